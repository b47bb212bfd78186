/** The interface of a small region, asked as a program asks it: as somebody, or as nobody. */
import { type Api, makeApi } from '../api/app.ts'
import { rateLimits } from '../operations/limit-rate.ts'
import type { Actor } from '../operations/operation.ts'
import { lettingRegion } from './letting-region.ts'

export const apiOrigin = 'https://verdeelsleutel.example'

export type ApiAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown>
}

export type ApiRegion = Awaited<ReturnType<typeof apiRegion>>

/** With tokens that are the number of an account: what a token is worth is tested where tokens are checked. */
export async function apiRegion(begin?: string) {
  const region = await lettingRegion(begin)
  const issuer = 'test'
  const setting = {
    ...region.setting,
    ...{ origin: apiOrigin, regionName: 'Parkstad', isExample: true },
    issuer: `${apiOrigin}/inlogdienst`,
    takeOne: rateLimits(),
    accountOf: async (token: string) =>
      token === 'wrong' ? undefined : { issuer, subject: token },
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

  /** Asks as somebody, or as nobody. */
  async function ask(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    {
      as,
      body,
      headers,
      address,
    }: {
      readonly as?: Actor | undefined
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
      readonly address?: string
    } = {},
  ): Promise<ApiAnswer> {
    const token = as && (await account(as.human))
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

  return { ...region, setting, api, ask }
}
