/** Servers as people start them, each a process of its own, and what they take of the machine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { placeFor } from '../../store/embedded-postgres.ts'

const root = join(import.meta.dirname, '../..')
const patience = 60_000
// As a server starts: what it keeps of memory is part of what is measured.
const memory: readonly string[] = JSON.parse(readFileSync(join(root, 'server/memory.json'), 'utf8'))

export class Running {
  readonly #child: ChildProcess
  #said = ''
  #isOver = false

  constructor(file: string, environment: NodeJS.ProcessEnv) {
    this.#child = spawn(process.execPath, [...memory, join(root, file)], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stdout?.on('data', (text) => {
      this.#said += String(text)
    })
    this.#child.stderr?.on('data', (text) => {
      // Lines about every answer are many, and nobody reads them here.
      if (this.#said.length < 100_000) this.#said += String(text)
    })
    const end = () => this.kill()
    process.once('exit', end)
    this.#child.on('exit', () => {
      this.#isOver = true
      process.removeListener('exit', end)
    })
  }

  get id(): number | undefined {
    return this.#child.pid
  }

  get said(): string {
    return this.#said
  }

  /** What it says, once it says it. */
  async says(text: RegExp, milliseconds = patience): Promise<string> {
    const until = performance.now() + milliseconds
    while (performance.now() < until) {
      const found = text.exec(this.#said)
      if (found) return found[1] ?? found[0]
      if (this.#isOver) break
      await wait(20)
    }
    throw new Error(`It did not say ${text}: ${this.#said.slice(-2_000)}`)
  }

  /** Ends it at once, as when the power fails. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** Ends it in good order, or after ten seconds however it stands. */
  async stop(): Promise<void> {
    if (this.#isOver) return
    const ended = new Promise<void>((done) => this.#child.once('exit', () => done()))
    this.#child.kill('SIGTERM')
    const forced = setTimeout(() => this.#child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(forced)
  }
}

export type Server = { readonly origin: string; readonly process: Running }

export async function startServers(url: string, folder: string, count: number): Promise<Server[]> {
  const started = Array.from(
    { length: count },
    () => new Running('server/start.mjs', { DATABASE_URL: url, DATA_FOLDER: folder, PORT: '0' }),
  )
  return Promise.all(
    started.map(async (process) => ({
      origin: await process.says(/(http:\/\/127\.0\.0\.1:\d+)/),
      process,
    })),
  )
}

/** The most memory that servers had resident while something went on, in MB, and what came of that. */
export async function watched<What>(
  servers: readonly Server[],
  work: () => Promise<What>,
): Promise<{ readonly outcome: What; readonly megabytes: number }> {
  const going = { on: true, most: 0 }
  const watching = (async () => {
    while (going.on) {
      for (const server of servers) going.most = Math.max(going.most, await memoryOf(server))
      await wait(100)
    }
  })()
  try {
    const outcome = await work()
    return { outcome, megabytes: Math.round(going.most) }
  } finally {
    going.on = false
    await watching
  }
}

async function memoryOf({ origin, process }: Server): Promise<number> {
  const told = readIfThere(`/proc/${process.id}/status`)
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(told)?.[1]
  if (kilobytes !== undefined) return (Number(kilobytes) * 1_024) / 1_000_000
  return (await measureOf(origin, 'process_resident_memory_bytes')) / 1_000_000
}

async function measureOf(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return Number(new RegExp(`^${name} ([\\d.e+]+)`, 'm').exec(text)?.[1] ?? 0)
}

/** What the processor did meanwhile, in milliseconds: other work on the machine does not make it more. */
export type Spent = { readonly servers: number; readonly database: number }

export async function spending<What>(
  servers: readonly Server[],
  folder: string,
  work: () => Promise<What>,
): Promise<{ readonly outcome: What; readonly spent: Spent }> {
  const before = await spentBy(servers, folder)
  const outcome = await work()
  const after = await spentBy(servers, folder)
  const spent = {
    servers: after.servers - before.servers,
    database: after.database - before.database,
  }
  return { outcome, spent }
}

async function spentBy(servers: readonly Server[], folder: string): Promise<Spent> {
  const each = servers.map(({ origin }) => measureOf(origin, 'process_cpu_seconds_total'))
  const seconds = (await Promise.all(each)).reduce((sum, one) => sum + one, 0)
  return { servers: seconds * 1_000, database: databaseTime(folder) }
}

/** Of all processes of the database, those that ended too; zero where the machine does not tell. */
function databaseTime(folder: string): number {
  try {
    const [first] = readFileSync(join(placeFor(folder), 'data/postmaster.pid'), 'utf8').split('\n')
    const ticks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => {
        const { parent, own, ended } = ticksOf(name)
        return name === first ? own + ended : parent === first ? own : 0
      })
    return ticks.reduce((sum, one) => sum + one, 0) * millisecondsInTick
  } catch {
    return 0
  }
}

const millisecondsInTick = 10

function ticksOf(process: string) {
  const text = readIfThere(`/proc/${process}/stat`)
  // After the name of the program, which can hold spaces: the state, the parent, and what it spent further on.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const at = (index: number) => Number(fields[index] ?? 0)
  return { parent: fields[1], own: at(11) + at(12), ended: at(13) + at(14) }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
