/**
 * Says who somebody is where nobody else does (inlogdienst voor ontwikkeling): OpenID Connect as it is, but one
 * chooses who one is instead of proving it. Never in production.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { z } from 'zod'
import { scopes } from '../api/scopes.ts'
import { developmentIssuer, listAccounts } from '../operations/log-in.ts'
import type { AddPages } from '../web/app.ts'
import { accountChoicePage, loginRefusedPage } from '../web/login.ts'
import type { Identity } from './config.ts'

/** Where it stands on the site. */
const developmentPath = '/proef-inlog'

const codeSeconds = 60
const tokenSeconds = 300
const keyId = 'proef'

const question = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  scope: z.string().refine((scope) => scope.split(' ').includes('openid')),
  state: z.string().min(8).max(200),
  nonce: z.string().min(8).max(200),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
})

const exchange = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string(),
  client_id: z.string(),
  client_secret: z.string().optional(),
})

/** A program that cannot keep a secret, such as a script at a terminal or in a browser. */
export const publicClient = 'verdeelsleutel-api'
const publicTokenSeconds = 900

type Promised = {
  readonly asked: z.infer<typeof question>
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly until: number
}

export type DevelopmentProvider = {
  readonly identity: Identity
  readonly algorithms: readonly string[]
  readonly pages: AddPages
}

/**
 * @param origin The address of the site, such as `http://127.0.0.1:8420`.
 * @param audience For whom access tokens are: the interface for programs.
 * @throws in production.
 */
export async function developmentProvider(
  origin: string,
  isProduction: boolean,
  audience = `${origin}/api/v1`,
): Promise<DevelopmentProvider> {
  if (isProduction) throw new Error('The development identity provider is not for production')
  const issuer = `${origin}${developmentPath}`
  const identity: Identity = {
    ...{ issuer, clientId: 'verdeelsleutel' },
    clientSecret: randomBytes(24).toString('base64url'),
  }
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const publicJwk = { ...(await exportJWK(publicKey)), kid: keyId, alg: 'ES256', use: 'sig' }
  const promised = new Map<string, Promised>()
  const redirectUri = `${origin}/inloggen/terug`
  const isKnown = (asked: z.infer<typeof question>) =>
    asked.client_id === identity.clientId
      ? asked.redirect_uri === redirectUri
      : asked.client_id === publicClient && isForProgram(asked.redirect_uri, origin)

  const accessTokenFor = (subject: string, scope: string) =>
    new SignJWT({ client_id: publicClient, scope, jti: randomUUID() })
      .setProtectedHeader({ alg: 'ES256', kid: keyId, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${publicTokenSeconds}s`)
      .sign(privateKey)

  const pages: AddPages = (app, setting) => {
    const action = `${developmentPath}/autoriseren`
    app.get(`${developmentPath}/.well-known/openid-configuration`, (context) =>
      context.json({
        issuer,
        authorization_endpoint: `${issuer}/autoriseren`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/sleutels`,
        response_types_supported: ['code'],
        grant_types_supported: ['authorization_code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
        token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
        code_challenge_methods_supported: ['S256'],
        scopes_supported: ['openid', 'profile', 'email', ...scopes],
        authorization_response_iss_parameter_supported: true,
      }),
    )
    app.get(`${developmentPath}/sleutels`, (context) => context.json({ keys: [publicJwk] }))
    app.get(action, async (context) => {
      const asked = question.safeParse(context.req.query())
      if (!asked.success || !isKnown(asked.data)) return loginRefusedPage(context, setting)
      const accounts = await listAccounts(setting, developmentIssuer)
      const hidden = asked.data
      return accountChoicePage(context, setting, { action, hidden, accounts, ...asks(hidden) })
    })
    app.post(action, async (context) => {
      const form = await context.req.parseBody()
      const asked = question.safeParse(form)
      if (!asked.success || !isKnown(asked.data)) return loginRefusedPage(context, setting)
      const accounts = await listAccounts(setting, developmentIssuer)
      const account = accounts.find(({ subject }) => subject === form.account)
      const name = String(form.naam ?? '')
        .trim()
        .slice(0, 80)
      if (!account && name === '') {
        const hidden = asked.data
        return accountChoicePage(context, setting, {
          action,
          hidden,
          accounts,
          ...asks(hidden),
          isNameMissing: true,
        })
      }
      const subject = account?.subject ?? randomUUID()
      const code = randomBytes(24).toString('base64url')
      forgetLapsed(promised)
      promised.set(code, {
        ...{ asked: asked.data, subject, name: account?.name ?? name },
        email: account?.email ?? `${subject}@voorbeeld.example`,
        until: Date.now() + codeSeconds * 1_000,
      })
      const back = new URL(asked.data.redirect_uri)
      back.search = new URLSearchParams({ code, state: asked.data.state, iss: issuer }).toString()
      return context.redirect(back.toString(), 303)
    })
    app.post(`${developmentPath}/token`, async (context) => {
      const form = exchange.safeParse(await context.req.parseBody())
      if (!form.success) return context.json({ error: 'invalid_request' }, 400)
      const { code, redirect_uri, code_verifier, client_id, client_secret } = form.data
      const isSite = client_id === identity.clientId && client_secret === identity.clientSecret
      const isPublic = client_id === publicClient && client_secret === undefined
      if (!isSite && !isPublic) return context.json({ error: 'invalid_client' }, 401)
      const found = promised.get(code)
      promised.delete(code)
      const challenge = createHash('sha256').update(code_verifier).digest('base64url')
      const isRight =
        found !== undefined &&
        found.until >= Date.now() &&
        found.asked.client_id === client_id &&
        found.asked.redirect_uri === redirect_uri &&
        found.asked.code_challenge === challenge
      if (!isRight) return context.json({ error: 'invalid_grant' }, 400)
      const { subject, name, email, asked } = found
      const idToken = await new SignJWT({ nonce: asked.nonce, name, email, email_verified: true })
        .setProtectedHeader({ alg: 'ES256', kid: keyId })
        .setIssuer(issuer)
        .setSubject(subject)
        .setAudience(client_id)
        .setIssuedAt()
        .setExpirationTime(`${tokenSeconds}s`)
        .sign(privateKey)
      context.header('cache-control', 'no-store')
      return context.json({
        access_token: isPublic
          ? await accessTokenFor(subject, ['openid', ...scopesIn(asked.scope)].join(' '))
          : randomBytes(24).toString('base64url'),
        token_type: 'Bearer',
        expires_in: isPublic ? publicTokenSeconds : tokenSeconds,
        id_token: idToken,
      })
    })
  }
  return { identity, algorithms: ['ES256'], pages }
}

/** What of it can be given: never more than was asked, and nothing that we do not know. */
function scopesIn(asked: string): readonly string[] {
  const named = asked.split(' ')
  return scopes.filter((each) => named.includes(each))
}

/** What a program asks, for whoever is to give it; the site itself asks nothing of the kind. */
function asks({ client_id, scope }: z.infer<typeof question>) {
  return client_id === publicClient ? { program: scopesIn(scope) } : {}
}

/** The reference page of the site itself, or a program on this machine at whatever port (RFC 8252, 7.3). */
function isForProgram(address: string, origin: string): boolean {
  if (address === `${origin}/api`) return true
  const url = URL.parse(address)
  const isHere = url?.hostname === '127.0.0.1' || url?.hostname === '[::1]'
  if (!url || url.origin === origin) return false
  return url.protocol === 'http:' && isHere && url.search === '' && url.hash === ''
}

function forgetLapsed(promised: Map<string, Promised>): void {
  const now = Date.now()
  for (const [code, { until }] of promised) if (until < now) promised.delete(code)
}
