/** Has the example region filled, and shows how far that is. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { Say } from '../words/language.ts'
import type { startTexts } from '../words/start.ts'

const told = z.union([
  z.object({ step: z.enum(['living', 'writing', 'checking']), part: z.number() }),
  z.object({ people: z.number(), listings: z.number(), events: z.number(), rankings: z.number() }),
  z.strictObject({}),
])

export type FillWatch = {
  readonly say: Say<keyof (typeof startTexts)['nl']>
  readonly write: (text: string) => void
  readonly isTerminal: boolean
}

/** @throws when it did not succeed; then nothing was filled. */
export async function fillExample(url: string, watch: FillWatch): Promise<void> {
  const { say, write, isTerminal } = watch
  write(`${say('filling')}\n`)
  const began = performance.now()
  const child = fork(join(import.meta.dirname, 'fill.ts'), [], {
    env: { ...process.env, FILL_DATABASE_URL: url },
    // A past is made of many small things: more room for the young means less sweeping. What is kept of it fits in
    // 400 MB, and what waits beside it for the database, to be zipped or to be used again is no reason to sweep.
    execArgv: [
      '--max-semi-space-size=128',
      '--max-old-space-size=1400',
      '--external-memory-accounted-in-global-limit',
    ],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const shown = { step: '', tenth: -1 }
  child.on('message', (message) => {
    const line = told.parse(message)
    if ('step' in line) {
      const tenth = Math.floor(line.part * (isTerminal ? 100 : 4))
      if (line.step === shown.step && tenth === shown.tenth) return
      Object.assign(shown, { step: line.step, tenth })
      const text = `  ${say(line.step)} ${Math.round(line.part * 100)}%`
      write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`)
      return
    }
    if (isTerminal) write('\r\u001b[K')
    const seconds = Math.round((performance.now() - began) / 1_000)
    write('people' in line ? `${say('filled', { ...line, seconds })}\n` : `${say('elsewhere')}\n`)
  })
  const stop = () => child.kill('SIGKILL')
  process.once('exit', stop)
  const code = await new Promise<number | null>((done) => child.on('exit', done))
  process.removeListener('exit', stop)
  if (code !== 0) throw new Error('The example region could not be filled')
}
