/**
 * The interface for other programs (API): JSON over HTTP under `/api/v1`, by the same operations and the same
 * table of access as the pages. Who asks says so with a token; cookies are not looked at, so that no page of
 * another site can ask anything in somebody's name.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { isFull } from '../operations/give-document.ts'
import { type Bucket, buckets, type TakeOne } from '../operations/limit-rate.ts'
import type { Actor, Setting } from '../operations/operation.ts'
import { actorOfAccount } from '../operations/sessions.ts'
import { isAway } from '../operations/tasks.ts'
import { type Language, languages } from '../words/language.ts'
import { documentOf } from './document.ts'
import { type Problem, problemAnswer } from './problem.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { apiBase, apiVersion } from './version.ts'

/** So many seconds later it is worth asking again when the database was away. */
const awaySeconds = 30

export type Account = {
  readonly issuer: string
  readonly subject: string
  /** What the token was given for; what is not among it, its program may not ask. */
  readonly scopes: readonly string[]
}

/** What the interface needs beside what operations do. */
export type ApiSetting = Setting & {
  /** The address of the site, without a slash at its end. */
  readonly origin: string
  /** What people call the region; an example region says that it is one. */
  readonly regionName: string
  readonly isExample: boolean
  /** Where a token comes from. */
  readonly issuer: string
  /** Whose account a token is for; undefined for a token that does not hold here. */
  readonly accountOf: (token: string) => Promise<Account | undefined>
  readonly takeOne?: TakeOne
}

type Visitor = {
  readonly language: Language
  readonly actor?: Actor
  readonly name?: string
  readonly scopes?: readonly string[]
}

type Env = {
  /** The address a request came from, where it can be told apart. */
  Bindings: { readonly address?: string | undefined }
  Variables: { visitor: Visitor }
}
type ApiContext = Context<Env>
export type Api = Hono<Env>

const bytesMostUsual = 64 * 1024

export function makeApi(setting: ApiSetting): Api {
  const api: Api = new Hono<Env>()
  api.use(addHeaders)
  api.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      // Open to every site: nothing is known of who asks but what a token says.
      crossOriginResourcePolicy: 'cross-origin',
    }),
  )
  api.use(
    cors({
      origin: '*',
      allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match'],
      allowMethods: ['GET', 'POST', 'PATCH'],
      exposeHeaders: [
        ...['API-Version', 'ETag', 'Link', 'Location'],
        ...['RateLimit', 'RateLimit-Policy', 'Retry-After'],
      ],
      maxAge: 86_400,
    }),
  )
  api.use(etag())
  const documents = new Map<Language, object>()
  api.get(`${apiBase}/openapi.json`, (context) => {
    const language = languageOf(context)
    const known = documents.get(language) ?? documentOf(routes, setting, language)
    documents.set(language, known)
    return context.json(known)
  })
  api.use(recognise(setting))
  const running = { count: 0 }
  for (const each of routes) serve(api, setting, each, running)
  api.notFound((context) => refuse(context, { code: 'not-found' }))
  api.onError((fault, context) => {
    process.stderr.write(
      `${JSON.stringify({ level: 'error', fault: fault.name, at: context.req.routePath })}\n`,
    )
    if (isFull(fault)) return refuse(context, { code: 'full' })
    if (!isAway(fault)) return refuse(context, { code: 'fault' })
    return refuse(context, { code: 'away', headers: { 'retry-after': String(awaySeconds) } })
  })
  return api
}

const addHeaders: MiddlewareHandler<Env> = async (context, next) => {
  await next()
  context.res.headers.set('api-version', apiVersion)
  context.res.headers.set('cache-control', 'no-store')
  context.res.headers.append('vary', 'Accept-Language')
}

function languageOf(context: ApiContext): Language {
  const asked = (context.req.header('accept-language') ?? '').toLowerCase()
  return languages.find((each) => asked.startsWith(each)) ?? 'nl'
}

function refuse(context: ApiContext, problem: Omit<Problem, 'language'>): Response {
  const language = context.get('visitor')?.language ?? languageOf(context)
  return problemAnswer({ ...problem, language })
}

/** Who asks, by their token; a token that does not hold is never taken for nobody. */
function recognise(setting: ApiSetting): MiddlewareHandler<Env> {
  return async (context, next) => {
    const language = languageOf(context)
    const given = context.req.header('authorization')
    if (given === undefined) {
      context.set('visitor', { language })
      return next()
    }
    const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(given) ?? []
    const account = token === undefined ? undefined : await setting.accountOf(token)
    const known = account && (await actorOfAccount(setting, account))
    if (!account || !known) {
      // Whoever guesses tokens does so from an address.
      const limited = limit(context, setting, 'visitor-send')
      if (limited) return limited
      const code = account ? 'unknown-account' : 'wrong-token'
      const headers = { 'www-authenticate': 'Bearer error="invalid_token"' }
      return refuse(context, { code, headers })
    }
    context.set('visitor', { language, ...known, scopes: account.scopes })
    return next()
  }
}

/** So many large requests are taken in at once by one process: each is held in memory while it comes in. */
const largeAtOnce = 6

/** Lets others wait while too much comes in at once. */
function inTurn(isLarge: boolean, running: { count: number }): MiddlewareHandler<Env> {
  return async (context, next) => {
    if (!isLarge) return next()
    if (running.count >= largeAtOnce) {
      return refuse(context, { code: 'away', headers: { 'retry-after': String(awaySeconds) } })
    }
    running.count += 1
    try {
      return await next()
    } finally {
      running.count -= 1
    }
  }
}

function serve(api: Api, setting: ApiSetting, each: Route, running: { count: number }): void {
  const { method, at, bytesMost = bytesMostUsual } = each
  const path = `${apiBase}${at.replaceAll(/\{(\w+)\}/g, ':$1')}`
  const tooLarge = (context: ApiContext) => refuse(context, { code: 'too-large' })
  api.on(
    method.toUpperCase(),
    path,
    inTurn(bytesMost > bytesMostUsual, running),
    bodyLimit({ maxSize: bytesMost, onError: tooLarge }),
    async (context: ApiContext) => {
      const { actor } = context.get('visitor')
      const usual = method === 'get' ? (actor ? 'read' : 'visit') : actor ? 'send' : 'visitor-send'
      const limited = limit(context, setting, each.bucket ?? usual)
      if (limited) return limited
      const { actor: who, scopes = [] } = context.get('visitor')
      const may = each.scope === undefined || (who !== undefined && scopes.includes(each.scope))
      // Nothing is read of who may not ask this anyway: the route then says why.
      const body: ReadBody = may ? await bodyOf(context, each) : { read: undefined }
      if ('problem' in body) return refuse(context, { code: body.problem })
      return each.respond({
        ...{ setting, name: undefined, actor: undefined, scopes: [], ...context.get('visitor') },
        ...{ path: context.req.param(), query: context.req.query(), body: body.read },
        key: context.req.header('idempotency-key'),
        url: new URL(context.req.url),
      })
    },
  )
}

type ReadBody = { readonly read: unknown } | { readonly problem: 'not-json' | 'wrong-type' }

async function bodyOf(context: ApiContext, { body }: Route): Promise<ReadBody> {
  if (body === undefined) return { read: undefined }
  const text = await context.req.text()
  const type = context.req.header('content-type') ?? ''
  if (text === '') return { read: undefined }
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) return { problem: 'wrong-type' }
  try {
    return { read: JSON.parse(text) }
  } catch {
    return { problem: 'not-json' }
  }
}

/** Takes one from a bucket, and says in the headers what is left. Source: draft-ietf-httpapi-ratelimit-headers. */
function limit(context: ApiContext, setting: ApiSetting, bucket: Bucket): Response | undefined {
  const { takeOne, now } = setting
  const human = context.get('visitor')?.actor?.human
  const { address } = context.env ?? {}
  const who = human === undefined ? address : `human ${human}`
  if (!takeOne || who === undefined) return undefined
  const { allowed, most, left, seconds } = takeOne(bucket, who, now())
  const policy = Math.ceil(most / buckets[bucket].perSecond)
  context.header('ratelimit-policy', `"${bucket}";q=${most};w=${policy}`)
  context.header('ratelimit', `"${bucket}";r=${left};t=${seconds}`)
  if (allowed) return undefined
  return refuse(context, { code: 'too-often', headers: { 'retry-after': String(seconds) } })
}
