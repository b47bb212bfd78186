/** The interface of a small region, asked as a program asks it: as somebody, or as nobody. */
import { z } from 'zod'
import { type Api, makeApi } from '../api/app.ts'
import { documentOf } from '../api/document.ts'
import type { Route } from '../api/route.ts'
import { routes } from '../api/routes.ts'
import { scopes as allScopes } from '../api/scopes.ts'
import { rateLimits } from '../operations/limit-rate.ts'
import type { Actor } from '../operations/operation.ts'
import { lettingRegion, type RegionOptions } from './letting-region.ts'

const apiOrigin = 'https://verdeelsleutel.example'

export type ApiAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown>
}

export type ApiRegion = Awaited<ReturnType<typeof apiRegion>>

type Asking = 'GET' | 'POST' | 'PATCH'

type Options = {
  readonly as?: Actor | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly address?: string
  /** What the token was given for; for everything where nothing is said. */
  readonly scopes?: readonly string[]
}

function isAt({ at }: Pick<Route, 'at'>, path: string): boolean {
  const pattern = at.replaceAll(/\{\w+\}/g, '[^/]+')
  return new RegExp(`^(/api/v1)?${pattern}$`).test(path)
}

const schemas = z.record(z.string(), z.unknown())
const responsesShape = z.record(z.string(), z.object({ content: schemas }))
const documentShape = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: responsesShape }))),
  components: z.object({ schemas }),
})

function documented(document: object): z.infer<typeof documentShape> {
  return documentShape.parse(document)
}

const known = new Map<string, z.ZodType>()

/** What does not agree with the document; undefined where all does. */
function faultOf(
  { status, headers, body }: ApiAnswer,
  responses: z.infer<typeof responsesShape>,
  named: z.infer<typeof schemas>,
): string | undefined {
  if (status === 304) return undefined
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  const content = responses[String(status)]?.content[type]
  const { schema } = z.object({ schema: schemas }).safeParse(content).data ?? {}
  if (!schema) return type
  const text = JSON.stringify({ ...schema, $defs: named })
  const shape = known.get(text) ?? z.fromJSONSchema(JSON.parse(referring(text)))
  known.set(text, shape)
  const parsed = shape.safeParse(body)
  return parsed.success ? undefined : z.prettifyError(parsed.error)
}

function referring(text: string): string {
  return text.replaceAll('#/components/schemas/', '#/$defs/')
}

/** With tokens that are the number of an account: what a token is worth is tested where tokens are checked. */
export async function apiRegion(begin?: string, options?: RegionOptions) {
  const region = await lettingRegion(begin, 'silent', options)
  const issuer = 'test'
  const setting = {
    ...region.setting,
    ...{ origin: apiOrigin, regionName: 'Parkstad', isExample: true },
    issuer: `${apiOrigin}/inlogdienst`,
    takeOne: rateLimits(),
    accountOf: async (token: string) => {
      const [subject = '', ...given] = token.split('~')
      const scopes = given.length > 0 ? given.map((each) => each.replace('.', ':')) : allScopes
      return subject === 'wrong' ? undefined : { issuer, subject, scopes }
    },
  }
  const api: Api = makeApi(setting)

  async function account(human: string): Promise<string> {
    const row = { region: region.region, issuer, subject: human, human }
    await region.store
      .insertInto('login')
      .values(row)
      .onConflict((found) => found.doNothing())
      .execute()
    return human
  }

  /** Every answer, to be held to the document at the end. */
  const answered = new Map<string, ApiAnswer[]>()

  /** Asks as somebody, or as nobody. */
  async function ask(method: Asking, path: string, options: Options = {}): Promise<ApiAnswer> {
    const answer = await askUnseen(method, path, options)
    const at = path.split('?')[0] ?? ''
    const served = routes.find((each) => each.method === method.toLowerCase() && isAt(each, at))
    if (served) note(served, answer)
    return answer
  }

  function note({ name }: Pick<Route, 'name'>, answer: ApiAnswer): void {
    answered.set(name, [...(answered.get(name) ?? []), answer])
  }

  /** Which of these routes never gave what was asked of them. */
  function unanswered(which: readonly Route[]): string[] {
    const isWell = ({ name }: Route) =>
      (answered.get(name) ?? []).some(({ status }) => status < 300)
    return which.filter((each) => !isWell(each)).map(({ name }) => name)
  }

  /** Answers that do not have a status and a form that stand in the document. */
  function undocumented(): string[] {
    const { paths, components } = documented(documentOf(routes, setting, 'nl'))
    return routes.flatMap(({ name, method, at }) => {
      const { responses } = paths[at]?.[method] ?? { responses: {} }
      return (answered.get(name) ?? []).flatMap((answer) => {
        const wrong = faultOf(answer, responses, components.schemas)
        return wrong === undefined ? [] : [`${name} ${answer.status} ${wrong}`]
      })
    })
  }

  /** The same without keeping the answer. */
  async function askUnseen(
    method: Asking,
    path: string,
    { as, body, headers, address, scopes = [] }: Options,
  ): Promise<ApiAnswer> {
    const granted = scopes.map((each) => `~${each.replace(':', '.')}`).join('')
    const token = as && `${await account(as.human)}${granted}`
    const answer = await api.request(
      path.startsWith('/api/') ? path : `/api/v1${path}`,
      {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      },
      { address },
    )
    const text = await answer.text()
    const isJson = /json$/.test(answer.headers.get('content-type')?.split(';')[0] ?? '')
    return {
      ...{ status: answer.status, headers: answer.headers },
      body: isJson && text !== '' ? JSON.parse(text) : { text },
    }
  }

  return { ...region, setting, api, ask, note, unanswered, undocumented }
}
