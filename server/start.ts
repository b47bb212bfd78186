/**
 * Starts everything (`npm start`): the database, its tables, the example region when there is nothing yet, the
 * jobs and the pages; and stops it in good order.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { makeApi } from '../api/app.ts'
import { documentOf } from '../api/document.ts'
import { routes } from '../api/routes.ts'
import { scopes } from '../api/scopes.ts'
import { apiBase } from '../api/version.ts'
import { beginRules } from '../operations/begin-rules.ts'
import { beginErasing } from '../operations/erase-due.ts'
import { isEmptyRegion } from '../operations/fill-region.ts'
import { forgetLogKeys } from '../operations/forget-log-keys.ts'
import { keepLog, logNameOf, readLogKey } from '../operations/keep-log.ts'
import { rateLimits } from '../operations/limit-rate.ts'
import { developmentIssuer, listAccounts } from '../operations/log-in.ts'
import type { Beacon } from '../operations/operation.ts'
import { heldSince } from '../operations/restore-region.ts'
import { isReachable, openStore } from '../store/database.ts'
import { placeFor, startEmbeddedPostgres } from '../store/embedded-postgres.ts'
import { migrate } from '../store/migrate.ts'
import { makeApp } from '../web/app.ts'
import { referencePages } from '../web/reference.ts'
import type { WebSetting } from '../web/visitor.ts'
import { speak } from '../words/language.ts'
import { roleTexts } from '../words/login.ts'
import { startTexts } from '../words/start.ts'
import { accessTokens } from './access-token.ts'
import { practiceBeacon, signatureCheckFor } from './beacon.ts'
import { keepChancesAside } from './chances-aside.ts'
import { clientAddress } from './client-address.ts'
import { type Config, isLoopback, readConfig } from './config.ts'
import { developmentProvider, publicClient } from './development-provider.ts'
import { fillExample } from './fill-example.ts'
import { startJobs } from './jobs.ts'
import { logLine } from './log-line.ts'
import { loginPages } from './login.ts'
import { smtpMailer } from './mail.ts'
import { developmentOutbox, outboxPath } from './outbox.ts'
import { type Fetch, withOutside } from './outside.ts'
import { readPracticeSeed } from './practice-seed.ts'
import { engineVersion, firstBooks, regionId, regionName } from './region.ts'
import { siteOf } from './site.ts'
import { warmUp } from './warm-up.ts'

const language = process.argv.includes('--lang') && process.argv.includes('en') ? 'en' : 'nl'
const say = speak(startTexts, language)
const write = (text: string) => process.stdout.write(text)

const stopping = new AbortController()
const asked = { at: 0 }
const sameSignal = 2_000
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait; npm passes on what the terminal said already.
    if (stopping.signal.aborted && performance.now() - asked.at > sameSignal) process.exit(1)
    if (stopping.signal.aborted) return
    asked.at = performance.now()
    stopping.abort()
  })
}

async function run(config: Config): Promise<void> {
  const began = performance.now()
  const database = await openDatabase(config)
  if (stopping.signal.aborted) return database.close()
  const store = openStore(database.url)
  try {
    const migrated = await migrate(store)
    if (migrated.length > 0) write(`${say('migrated', { count: migrated.length })}\n`)
    if (await heldSince({ store, region: regionId })) throw new Error(say('held'))
    const { isTTY } = process.stdout
    if (await isEmptyRegion(database.url, regionId)) {
      const watch = { say, write, isTerminal: isTTY === true }
      // What was not finished is as if it had not begun: there is nothing to wait for.
      const end = () => process.exit(1)
      stopping.signal.addEventListener('abort', end)
      await fillExample(database.url, watch)
      stopping.signal.removeEventListener('abort', end)
    }
    await serve(config, { ...database, store, began })
  } finally {
    await store.destroy()
    await database.close()
  }
}

type Database = {
  readonly url: string
  /** Starts it again where it ended: a full disk ends it, and it cannot start while there is no room. */
  readonly revive?: () => Promise<void>
  readonly close: () => Promise<void>
}

async function openDatabase({ databaseUrl, dataFolder }: Config): Promise<Database> {
  if (databaseUrl !== undefined) return { url: databaseUrl, close: async () => {} }
  const folder = placeFor(dataFolder)
  const { url, stop } = await startEmbeddedPostgres(dataFolder)
  write(`${say('database')}\n`)
  if (folder !== dataFolder) write(`${say('moved', { folder, asked: dataFolder })}\n`)
  const revive = async () =>
    void (await startEmbeddedPostgres(dataFolder, Number(new URL(url).port)))
  return { url, revive, close: stop }
}

/** So often is looked whether a database of our own still runs. */
const secondsBetweenLooks = 5

/** Of the five seconds in which a server that was there before is there again, so much for warming up. */
const warmUpMost = 1_500
const startMost = 4_000

/** Invented, as everything in the example region; a region of its own sets RETURN_ADDRESS. */
const exampleReturnAddress = 'Postbus 0, 0000 AA Voorbeeldstad'

/** So long does an event wait for its proof at most, when something happens. */
const secondsBetweenCheckpoints = 10

type Ready = Omit<Database, 'close'> & {
  readonly store: WebSetting['store']
  readonly began: number
}

async function serve(config: Config, { store, began, url, revive }: Ready): Promise<void> {
  const server = createServer()
  const port = await listen(server, config)
  const origin = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`
  const logKey = readLogKey(config.dataFolder, logNameOf(regionId))
  const place = { site: origin, regionName, isExample: true }
  const smtp = config.mail && smtpMailer(config.mail, place)
  const outbox =
    smtp || config.isProduction
      ? undefined
      : developmentOutbox(config.dataFolder, place, config.isProduction)
  const mailer = smtp ?? outbox?.mailer
  const setting: WebSetting = {
    ...{ store, region: regionId, engine: engineVersion(), regionName, isExample: true },
    isSecure: origin.startsWith('https:') || !isLoopback(config.host),
    beacon: practiceDraws(readPracticeSeed(config.dataFolder)),
    ...(mailer && { mailer }),
    logKey,
    origin,
    returnAddress: config.returnAddress ?? exampleReturnAddress,
    takeOne: rateLimits(),
    hasReference: true,
    now: () => new Date(),
    newId: randomUUID,
  }
  const audience = config.tokens.audience ?? `${origin}${apiBase}`
  await beginRules(setting, firstBooks())
  await beginErasing(setting)
  const development = config.identity
    ? undefined
    : await developmentProvider(origin, config.isProduction, audience)
  const identity = config.identity ?? development?.identity
  if (!identity) throw new Error('broken promise: somebody says who people are')
  const own: { fetch?: Fetch } = {}
  const issuerName = development ? developmentIssuer : identity.issuer
  const asked = development && {
    ownServer: () => own.fetch ?? (() => new Response(null, { status: 503 })),
  }
  const login = loginPages({ ...{ identity, origin, issuerName }, ...asked })
  const app = makeApp(setting, [
    ...(development ? [development.pages] : []),
    ...(outbox ? [outbox.pages] : []),
    login,
    referencePages({
      referenceIn: (asked) =>
        documentOf(routes, { ...place, origin, issuer: identity.issuer }, asked),
      issuer: identity.issuer,
      ...(development && { ownClient: publicClient }),
      scopes,
    }),
  ])
  const api = makeApi({
    ...{ ...setting, origin, issuer: identity.issuer },
    accountOf: accessTokens({
      ...{ issuer: identity.issuer, issuerName, audience, now: setting.now },
      algorithms: development?.algorithms ?? config.tokens.algorithms,
      ...(identity.assurance !== undefined && { assurance: identity.assurance }),
      ...asked,
    }),
  })
  const site = siteOf({ app, api })
  own.fetch = site
  const keepAlive = async () => {
    if (!(await isReachable(store))) await revive?.()
  }
  const jobs = startJobs(setting, [
    {
      name: 'log',
      everySeconds: secondsBetweenCheckpoints,
      perform: async () => void (await keepLog(setting, logKey)),
    },
    {
      name: 'log-keys',
      everySeconds: 3_600,
      perform: async () => {
        const forgotten = await forgetLogKeys(setting, logKey)
        if (forgotten > 0) logLine('info', { forgotten })
      },
    },
    {
      name: 'chances',
      everySeconds: 600,
      perform: () => keepChancesAside(setting, url, stopping.signal),
    },
    ...(revive
      ? [{ name: 'database', everySeconds: secondsBetweenLooks, perform: keepAlive }]
      : []),
  ])
  const fetch = withOutside(site, setting, { jobs, metrics: config.metrics })
  const answer = getRequestListener((request, { incoming }) =>
    fetch(request, { address: clientAddress(incoming, config.addressHeader) }),
  )
  server.on('request', answer)
  await warmUp(site, Math.min(warmUpMost, startMost - (performance.now() - began)), stopping.signal)
  write(
    `\n${say('ready', { url: origin, seconds: Math.round((performance.now() - began) / 100) / 10 })}\n`,
  )
  if (development) await showAccounts(setting)
  if (outbox) write(`${say('outbox', { url: `${origin}${outboxPath}` })}\n`)
  write(`\n${say('stop')}\n`)
  logLine('info', { started: true, port })
  await stopped()
  write(`\n${say('stopping')}\n`)
  await Promise.all([close(server), jobs.stop()])
  smtp?.close()
  write(`${say('stopped')}\n`)
}

// Whoever runs the server could compute its rounds ahead, which is why a draw by it is called practice.
function practiceDraws(seed: string): Beacon {
  const { chain, sign } = practiceBeacon(seed)
  return {
    chain,
    holds: signatureCheckFor(chain),
    signatureOf: async (round, now) => sign(round, Math.floor(now.getTime() / 1_000)),
  }
}

async function showAccounts(setting: WebSetting): Promise<void> {
  const sayRole = speak(roleTexts, language)
  const accounts = await listAccounts(setting, developmentIssuer)
  const shown = new Map<string, string>()
  for (const { name, roles, hasFile, helps } of accounts) {
    const [first] = roles
    const role = first
      ? roleNames.find((each) => each === first.role)
      : hasFile
        ? 'seeker'
        : undefined
    const what = role ? sayRole(role) : helps ? sayRole('helper') : undefined
    if (what !== undefined && !shown.has(what)) shown.set(what, name)
  }
  write(`\n${say('accounts')}\n`)
  for (const [what, name] of shown) write(`  ${what.padEnd(32)} ${name}\n`)
}

// @NOTE the keys of the texts are the names of the roles.
const roleNames = Object.keys(roleTexts.nl) as (keyof (typeof roleTexts)['nl'])[]

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function listen(server: ReturnType<typeof createServer>, { port, host }: Config): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (fault) => {
      const isTaken = 'code' in fault && fault.code === 'EADDRINUSE'
      failed(isTaken ? new Error(say('port-taken', { port: String(port) })) : fault)
    })
    server.listen(port, host, () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : port)
    })
  })
}

const longestAnswer = 10_000

/** Takes no more requests, and waits for those that are being answered. */
function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(() => server.closeAllConnections(), longestAnswer)
    server.close(() => {
      clearTimeout(timer)
      done()
    })
    server.closeIdleConnections()
  })
}

function stopped(): Promise<void> {
  const { signal } = stopping
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}

try {
  await run(readConfig())
} catch (fault) {
  process.stderr.write(
    `verdeelsleutel: ${fault instanceof Error ? fault.message : String(fault)}\n`,
  )
  process.exit(1)
}
