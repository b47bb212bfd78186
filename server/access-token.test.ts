/**
 * Which tokens hold: one of the issuer people log in with, gotten as the guide says, and none that differs from
 * it in issuer, audience, algorithm, kind, key, time or signature.
 */
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { makeApi } from '../api/app.ts'
import { developmentIssuer } from '../operations/log-in.ts'
import { type LettingRegion, lettingRegion } from '../tests/letting-region.ts'
import { makeApp } from '../web/app.ts'
import { accessTokens, type TokenTerms } from './access-token.ts'
import { readConfig } from './config.ts'
import { developmentProvider, publicClient } from './development-provider.ts'
import type { Fetch } from './outside.ts'
import { siteOf } from './site.ts'

const origin = 'http://127.0.0.1:8420'
const issuer = 'https://inloggen.example'
const audience = `${origin}/api/v1`
const now = new Date('2026-03-01T10:00:00Z')
const seconds = Math.floor(now.getTime() / 1000)

type Keys = Awaited<ReturnType<typeof generateKeyPair>>
let own: Keys
let strange: Keys
let jwk: object

beforeAll(async () => {
  own = await generateKeyPair('ES256', { extractable: true })
  strange = await generateKeyPair('ES256')
  jwk = { ...(await exportJWK(own.publicKey)), kid: 'een', use: 'sig' }
})

function terms(more: Partial<TokenTerms> = {}): TokenTerms {
  const answer: Fetch = (request) =>
    Response.json(
      request.url.endsWith('/sleutels') ? { keys: [jwk] } : { jwks_uri: `${issuer}/sleutels` },
    )
  return {
    ...{ issuer, audience, issuerName: 'inloggen', algorithms: ['ES256'], now: () => now },
    ownServer: () => answer,
    ...more,
  }
}

type Made = {
  readonly header?: Readonly<Record<string, string>>
  readonly claims?: Readonly<Record<string, unknown>>
  readonly key?: Keys['privateKey']
}

async function token({ header, claims, key }: Made = {}): Promise<string> {
  return new SignJWT({
    ...{ iss: issuer, aud: audience, sub: 'ans', iat: seconds, exp: seconds + 300 },
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'een', typ: 'at+jwt', ...header })
    .sign(key ?? own.privateKey)
}

describe('a token', () => {
  test('of the issuer, for us, in its time, says whose account it is for', async () => {
    const account = { issuer: 'inloggen', subject: 'ans', scopes: [] }
    expect(await accessTokens(terms())(await token())).toEqual(account)
  })

  test('says what it was given for, and is for nothing where it does not', async () => {
    const scope = 'openid woningzoekenden:lezen'
    const given = await accessTokens(terms())(await token({ claims: { scope } }))
    expect(given?.scopes).toEqual(['openid', 'woningzoekenden:lezen'])
    const listed = await accessTokens(terms())(await token({ claims: { scope: ['beheer:lezen'] } }))
    expect(listed?.scopes).toEqual([])
  })

  test.each<[string, Made]>([
    ['of another issuer', { claims: { iss: 'https://elders.example' } }],
    ['for another audience', { claims: { aud: 'iets-anders' } }],
    ['for nobody', { claims: { aud: undefined } }],
    ['that is over', { claims: { iat: seconds - 900, exp: seconds - 60 } }],
    ['that never ends', { claims: { exp: undefined } }],
    ['of which it is not said since when', { claims: { iat: undefined } }],
    ['that is yet to begin', { claims: { nbf: seconds + 600 } }],
    ['without an account', { claims: { sub: undefined } }],
    ['that is an identity token', { header: { typ: 'JWT' } }],
    ['by a key we do not know', { header: { kid: 'twee' } }],
  ])('%s does not hold', async (_, made) => {
    expect(await accessTokens(terms())(await token(made))).toBeUndefined()
  })

  test('signed by somebody else under the name of our key does not hold', async () => {
    expect(await accessTokens(terms())(await token({ key: strange.privateKey }))).toBeUndefined()
  })

  test('by another algorithm than those named does not hold', async () => {
    expect(await accessTokens(terms({ algorithms: ['RS256'] }))(await token())).toBeUndefined()
  })

  test('without a signature, or by our public key as a secret, does not hold', async () => {
    const [, payload = ''] = (await token()).split('.')
    const head = (alg: string) =>
      Buffer.from(JSON.stringify({ alg, kid: 'een', typ: 'at+jwt' })).toString('base64url')
    const hmac = createHmac('sha256', JSON.stringify(jwk))
      .update(`${head('HS256')}.${payload}`)
      .digest('base64url')
    const check = accessTokens(terms())
    expect(await check(`${head('none')}.${payload}.`)).toBeUndefined()
    expect(await check(`${head('HS256')}.${payload}.${hmac}`)).toBeUndefined()
  })

  test('with one letter changed, or that is no token, does not hold', async () => {
    const check = accessTokens(terms())
    const [head, , signature] = (await token()).split('.')
    const other = Buffer.from(
      JSON.stringify({ iss: issuer, aud: audience, sub: 'bob', iat: seconds, exp: seconds + 300 }),
    ).toString('base64url')
    expect(await check(`${head}.${other}.${signature}`)).toBeUndefined()
    for (const each of ['', 'a.b.c', 'x', 'y'.repeat(5000)]) {
      expect(await check(each)).toBeUndefined()
    }
  })

  test('must say how sure the issuer is, where the site asks that', async () => {
    const check = accessTokens(terms({ assurance: 'substantieel' }))
    expect(await check(await token())).toBeUndefined()
    expect(await check(await token({ claims: { acr: 'laag' } }))).toBeUndefined()
    expect(await check(await token({ claims: { acr: 'substantieel' } }))).toBeDefined()
  })

  test('is no "no" while the issuer cannot be reached, and is asked again', async () => {
    let isDown = true
    const up = terms().ownServer
    const check = accessTokens(
      terms({
        ownServer: () => (request) => {
          if (isDown) throw new Error('unreachable')
          return up?.()(request) ?? new Response()
        },
      }),
    )
    await expect(check(await token())).rejects.toThrow()
    isDown = false
    expect(await check(await token())).toBeDefined()
  })
})

test('algorithms by a shared secret cannot be set', () => {
  expect(() => readConfig({ API_ALGORITHMS: 'HS256' })).toThrow('API_ALGORITHMS')
  expect(() => readConfig({ API_ALGORITHMS: 'none' })).toThrow('API_ALGORITHMS')
  expect(readConfig({ API_ALGORITHMS: 'ES256' }).tokens.algorithms).toEqual(['ES256'])
})

describe('a program at the development provider', () => {
  let region: LettingRegion
  let site: Fetch

  beforeAll(async () => {
    region = await lettingRegion()
    const setting = { ...region.setting, regionName: 'Parkstad', isExample: true, isSecure: false }
    const development = await developmentProvider(origin, false)
    const made: { site?: Fetch } = {}
    const api = makeApi({
      ...{ ...setting, origin, issuer: development.identity.issuer },
      accountOf: accessTokens({
        ...{ issuer: development.identity.issuer, issuerName: developmentIssuer, audience },
        ...{ algorithms: development.algorithms, now: () => new Date() },
        ownServer: () => (request) => made.site?.(request) ?? new Response(),
      }),
    })
    made.site = siteOf({ app: makeApp(setting, [development.pages]), api })
    site = made.site
    const { human } = await region.seeker({ name: 'Ans Vermeer' })
    const row = { region: region.region, issuer: developmentIssuer, subject: 'ans', human }
    await region.store.insertInto('login').values(row).execute()
  })
  afterAll(async () => region?.database.drop())

  const verifier = randomBytes(32).toString('base64url')
  const redirect = 'http://127.0.0.1:9999/terug'

  async function codeFor(
    account: string,
    { redirectUri = redirect, scope = 'openid gebruiker:lezen' } = {},
  ): Promise<Response> {
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    return site(
      new Request(`${origin}/proef-inlog/autoriseren`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          ...{ client_id: publicClient, redirect_uri: redirectUri, response_type: 'code' },
          ...{ scope, state: randomUUID(), nonce: randomUUID(), account },
          ...{ code_challenge: challenge, code_challenge_method: 'S256' },
        }),
      }),
    )
  }

  async function exchange(code: string, more: Readonly<Record<string, string>> = {}) {
    return site(
      new Request(`${origin}/proef-inlog/token`, {
        method: 'POST',
        body: new URLSearchParams({
          ...{ grant_type: 'authorization_code', code, redirect_uri: redirect },
          ...{ code_verifier: verifier, client_id: publicClient, ...more },
        }),
      }),
    )
  }

  async function code(scope?: string): Promise<string> {
    const sent = await codeFor('ans', scope === undefined ? {} : { scope })
    const back = new URL(sent.headers.get('location') ?? '')
    expect(back.origin + back.pathname).toBe(redirect)
    return back.searchParams.get('code') ?? ''
  }

  test('gets a token by a code and its verifier, without a secret, and is who it says', async () => {
    const answer = await exchange(await code())
    const { access_token: access } = z
      .object({ access_token: z.string() })
      .parse(await answer.json())
    const me = await site(
      new Request(`${origin}/api/v1/gebruikers/ik`, {
        headers: { authorization: `Bearer ${access}` },
      }),
    )
    expect(me.status).toBe(200)
    expect(await me.json()).toMatchObject({ naam: 'Ans Vermeer' })
    // The same token is no session, and a session is no token.
    const page = await site(
      new Request(`${origin}/mijn`, {
        headers: { authorization: `Bearer ${access}` },
        redirect: 'manual',
      }),
    )
    expect(page.status).toBe(303)
  })

  test('gets a token for what was asked of what there is, and is refused all else', async () => {
    const asked = 'openid woningzoekenden:lezen alles admin'
    const answer = await exchange(await code(asked))
    const { access_token: access } = z
      .object({ access_token: z.string() })
      .parse(await answer.json())
    expect(decodeJwt(access).scope).toBe('openid woningzoekenden:lezen')
    const headers = { authorization: `Bearer ${access}` }
    const statusOf = async (path: string, method = 'GET') =>
      (await site(new Request(`${origin}/api/v1${path}`, { method, headers }))).status
    expect(await statusOf('/woningzoekenden/ik')).toBe(200)
    expect(await statusOf('/woningzoekenden/ik/inschrijving/verlengingen', 'POST')).toBe(403)
    expect(await statusOf('/gebruikers/ik')).toBe(403)
    // What is public asks nothing of a token.
    expect(await statusOf('/woningen')).toBe(200)
  })

  test('shows whoever is to log in what it asks', async () => {
    const query = new URLSearchParams({
      ...{ client_id: publicClient, redirect_uri: redirect, response_type: 'code' },
      ...{ scope: 'openid beheer:schrijven', state: randomUUID(), nonce: randomUUID() },
      ...{ code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' },
    })
    const page = await site(new Request(`${origin}/proef-inlog/autoriseren?${query}`))
    expect(await page.text()).toMatch(/Een programma vraagt[\s\S]*<strong>Beheer: doen\.<\/strong>/)
  })

  test('gets none with a code that was used, or with another verifier or a guessed secret', async () => {
    const used = await code()
    expect((await exchange(used)).status).toBe(200)
    expect((await exchange(used)).status).toBe(400)
    expect((await exchange(await code(), { code_verifier: 'x'.repeat(43) })).status).toBe(400)
    expect((await exchange(await code(), { client_secret: 'guessed' })).status).toBe(401)
    expect((await exchange(await code(), { client_id: 'verdeelsleutel' })).status).toBe(401)
  })

  test.each([
    'https://elders.example/terug',
    'http://192.0.2.1/terug',
    `${origin}/inloggen/terug`,
    'x',
  ])('is not sent back to %s', async (address) => {
    expect((await codeFor('ans', { redirectUri: address })).status).toBe(400)
  })

  test('with an identity token instead is refused', async () => {
    const answer = await exchange(await code())
    const { id_token: identity } = z.object({ id_token: z.string() }).parse(await answer.json())
    const me = await site(
      new Request(`${origin}/api/v1/gebruikers/ik`, {
        headers: { authorization: `Bearer ${identity}` },
      }),
    )
    expect(me.status).toBe(401)
  })
})
