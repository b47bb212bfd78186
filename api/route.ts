/**
 * One address of the interface (eindpunt): what it takes and gives, as Zod schemas, and what it does. The same
 * schemas read the request, shape the answer, and make the OpenAPI document; nothing leaves that is not in them.
 */
import { z } from 'zod'
import { canonicalJson } from '../core/basics/canonical-json.ts'
import { sha256 } from '../core/basics/sha256.ts'
import type { Action } from '../operations/access-table.ts'
import type { Bucket } from '../operations/limit-rate.ts'
import {
  type Actor,
  type AskedOnce,
  isRefusal,
  type Refusal,
  type Setting,
} from '../operations/operation.ts'
import type { OperationName, PartName } from '../words/api-operations.ts'
import type { Language } from '../words/language.ts'
import { problemDetail, scopeDetail } from '../words/problems.ts'
import { refusalText } from '../words/refusals.ts'
import { faultsFrom } from './faults.ts'
import { type Fault, problemAnswer } from './problem.ts'
import { type Scope, scopeOf } from './scopes.ts'

export type Method = 'get' | 'post' | 'patch'

/** Who may ask: anybody, or somebody whose token says who they are. What they may then is said by the operation. */
export type Access = 'everybody' | 'logged-in'

/** What a route gets to work with. */
export type Asked<Who extends Access, Path, Query, Body> = {
  readonly setting: Setting
  readonly actor: Who extends 'logged-in' ? Actor : Actor | undefined
  readonly name: string | undefined
  readonly path: Path
  readonly query: Query
  readonly body: Body
  readonly language: Language
  /** The key under which this is asked, if the caller gave one. */
  readonly once: AskedOnce | undefined
  /** The address that was asked, without the server. */
  readonly url: URL
}

/** The shape of a route without parameters. */
// biome-ignore lint/complexity/noBannedTypes: a shape without keys is what such a route has.
export type NoKeys = {}

export type Definition<
  Who extends Access,
  Path extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = {
  readonly name: OperationName
  readonly part: PartName
  readonly method: Method
  /** With parameters in braces: `/woningen/{woningId}`. */
  readonly at: string
  readonly who: Who
  readonly path?: Path
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  /** The operation it carries out, where it does something or what it reads is written down. */
  readonly does?: { readonly action: Action }
  /** What a token must have been given for, where it is not what its part says. */
  readonly scope?: Scope
  /** Made: answered with 201, and where it stands. */
  readonly made?: (answer: z.output<Answer>, path: z.output<z.ZodObject<Path>>) => string
  /** May not be there, though no number in its address names anything. */
  readonly mayLack?: true
  /** May be refused in the state things are in. */
  readonly refuses?: boolean
  /** The sentence for a refusal, where another reader is meant than a seeker. */
  readonly inWords?: (refusal: Refusal, language: Language) => string
  readonly bucket?: Bucket
  /** Where the answer is no JSON but lines of it: what the answer describes is one line. */
  readonly lines?: 'application/jsonl'
  /** Where the answer is a file, of whatever kind was given: an attachment, and never part of a page. */
  readonly file?: true
  /** The largest request, in bytes. */
  readonly bytesMost?: number
  perform(
    asked: Asked<Who, z.output<z.ZodObject<Path>>, z.output<z.ZodObject<Query>>, z.output<Body>>,
  ): Promise<z.input<Answer> | Refusal | Response | undefined>
}

/** A route as the server and the document use it, whatever it takes. */
export type Route = Omit<
  Definition<Access, z.ZodRawShape, z.ZodRawShape, z.ZodType, z.ZodType>,
  'perform' | 'made' | 'scope'
> & {
  readonly isMade: boolean
  /** What a token must have been given for; undefined where everybody may ask. */
  readonly scope: Scope | undefined
  respond(request: Read): Promise<Response>
}

/** A request of which nothing was checked yet, apart from who sends it. */
export type Read = {
  readonly setting: Setting
  readonly actor: Actor | undefined
  readonly name: string | undefined
  /** What the token was given for. */
  readonly scopes: readonly string[]
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly language: Language
  readonly key: string | undefined
  readonly url: URL
}

const keyShape = z.string().min(1).max(200)

export function route<
  Who extends Access,
  Answer extends z.ZodType,
  Path extends z.ZodRawShape = NoKeys,
  Query extends z.ZodRawShape = NoKeys,
  Body extends z.ZodType = z.ZodUndefined,
>(definition: Definition<Who, Path, Query, Body, Answer>): Route {
  const { perform, made, ...about } = definition
  // @NOTE what is left out has the default of its type parameter: no keys, and no body.
  const pathShape = z.object((definition.path ?? {}) as Path)
  // @NOTE as above.
  const queryShape = z.strictObject((definition.query ?? {}) as Query)
  // @NOTE as above.
  const bodyShape = (definition.body ?? z.undefined()) as Body
  const scope =
    definition.who === 'everybody' ? undefined : (definition.scope ?? scopeOf(definition))
  return {
    ...about,
    scope,
    isMade: made !== undefined,
    async respond(read) {
      const { actor, language } = read
      if (definition.who === 'logged-in' && !actor) {
        return problemAnswer({
          ...{ code: 'no-token', language },
          headers: { 'www-authenticate': 'Bearer' },
        })
      }
      if (scope !== undefined && !read.scopes.includes(scope)) {
        const challenge = `Bearer error="insufficient_scope", scope="${scope}"`
        return problemAnswer({
          ...{ code: 'insufficient-scope', language },
          detail: scopeDetail(scope, language),
          headers: { 'www-authenticate': challenge },
        })
      }
      const options = { reportInput: true }
      const path = pathShape.safeParse(read.path, options)
      const query = queryShape.safeParse(read.query, options)
      const body = bodyShape.safeParse(read.body, options)
      const key = keyShape.optional().safeParse(read.key)
      if (!path.success || !query.success || !body.success || !key.success) {
        const errors: Fault[] = [
          ...(path.success ? [] : faultsFrom('path', path.error, language)),
          ...(query.success ? [] : faultsFrom('query', query.error, language)),
          ...(body.success ? [] : faultsFrom('body', body.error, language)),
          ...(key.success ? [] : faultsFrom('header', key.error, language)).map((each) => ({
            ...each,
            location: { name: 'Idempotency-Key' },
          })),
        ]
        return problemAnswer({ code: 'invalid-input', language, errors })
      }
      const outcome = await perform({
        ...{ setting: read.setting, name: read.name, language, url: read.url },
        // @NOTE refused above where somebody is needed and nobody is there.
        actor: actor as Asked<Who, never, never, never>['actor'],
        ...{ path: path.data, query: query.data, body: body.data },
        once: key.data === undefined ? undefined : askedOnce(key.data, read),
      })
      if (outcome instanceof Response) return outcome
      if (outcome === undefined) return problemAnswer({ code: 'not-found', language })
      if (isRefused(outcome)) {
        return refusal(outcome, language, definition.inWords ?? refusalText)
      }
      const answer = definition.answer.parse(outcome)
      return Response.json(answer, {
        status: made ? 201 : 200,
        headers: {
          'content-language': language,
          ...(made && { location: made(answer, path.data) }),
          ...nextLink(answer),
        },
      })
    },
  }
}

// What operations give is an object, or nothing; a refusal is known by its code.
function isRefused(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && isRefusal(outcome)
}

function refusal(
  { refused, facts }: Refusal,
  language: Language,
  inWords: (refusal: Refusal, language: Language) => string,
): Response {
  if (refused === 'not-found') return problemAnswer({ code: 'not-found', language })
  if (refused === 'key-used') {
    const detail = problemDetail('key-used', language)
    const location = { name: 'Idempotency-Key' }
    const errors = [{ in: 'header', location, code: refused, detail }] as const
    return problemAnswer({ code: 'key-used', language, errors })
  }
  const detail = inWords({ refused, facts }, language)
  return problemAnswer({ code: 'refused', language, detail, refused: { code: refused, facts } })
}

// One key is one question: the same address with the same content.
function askedOnce(key: string, { url, body }: Read): AskedOnce {
  // @NOTE it was read as JSON, or there was nothing.
  const content = canonicalJson((body ?? null) as Parameters<typeof canonicalJson>[0])
  return { key: `api ${key}`, request: sha256(`${url.pathname} ${content}`) }
}

function nextLink(answer: unknown): Readonly<Record<string, string>> {
  if (typeof answer !== 'object' || answer === null || !('volgende' in answer)) return {}
  const { volgende } = answer
  return typeof volgende === 'string' ? { link: `<${volgende}>; rel="next"` } : {}
}
