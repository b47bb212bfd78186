/** Has chances counted once a day, beside the server: nobody who asks for a page waits for it. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { areChancesCounted } from '../operations/count-chances.ts'
import type { Setting } from '../operations/operation.ts'

/** @throws when it did not succeed; then it is tried again. */
export async function keepChancesAside(
  setting: Setting,
  url: string,
  stopping: AbortSignal,
): Promise<void> {
  if (stopping.aborted || (await areChancesCounted(setting))) return
  const child = fork(join(import.meta.dirname, 'count-chances.ts'), [], {
    env: { ...process.env, COUNT_DATABASE_URL: url },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const stop = () => child.kill('SIGKILL')
  process.once('exit', stop)
  stopping.addEventListener('abort', stop, { once: true })
  const code = await new Promise<number | null>((done) => {
    child.on('exit', done)
    child.on('error', () => done(1))
  })
  process.removeListener('exit', stop)
  stopping.removeEventListener('abort', stop)
  if (code !== 0 && !stopping.aborted) throw new Error('Chances could not be counted')
}
