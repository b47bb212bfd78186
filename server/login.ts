/**
 * Logging in and out (in- en uitloggen) by OpenID Connect: authorisation code with PKCE, state and nonce. What
 * must come back is kept in the database under a cookie of the browser that went, and taken once.
 */
import * as client from 'openid-client'
import { beginLogin, endSession, logIn, takeLogin } from '../operations/log-in.ts'
import type { AddPages } from '../web/app.ts'
import { forget, keep, keptIn } from '../web/cookies.ts'
import { loginFailedPage } from '../web/login.ts'
import type { PageContext, WebSetting } from '../web/visitor.ts'
import type { Identity } from './config.ts'
import { logLine } from './log-line.ts'
import type { Fetch } from './outside.ts'

export type LoginOptions = {
  readonly identity: Identity
  /** The address of the site as browsers see it. */
  readonly origin: string
  /** How accounts of this issuer are called in our own tables, whatever its address. */
  readonly issuerName: string
  /** Where the issuer is this very server: then it is asked without a network. */
  readonly ownServer?: () => Fetch
}

export function loginPages(options: LoginOptions): AddPages {
  const { origin, issuerName, identity } = options
  const redirectUri = `${origin}/inloggen/terug`
  const known: { configuration?: Promise<client.Configuration> } = {}
  const configured = () => {
    known.configuration ??= discover(options).catch((fault) => {
      delete known.configuration
      throw fault
    })
    return known.configuration
  }
  return (app, setting) => {
    app.get('/inloggen', async (context) => {
      const configuration = await configured()
      const verifier = client.randomPKCECodeVerifier()
      const state = client.randomState()
      const nonce = client.randomNonce()
      const returnTo = ownPath(context.req.query('naar'))
      const token = await beginLogin(setting, { state, nonce, verifier, returnTo })
      keep(context, 'attempt', token, setting)
      const challenge = await client.calculatePKCECodeChallenge(verifier)
      const to = client.buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: redirectUri, scope: 'openid profile email', state, nonce },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
        ...(identity.assurance !== undefined && { acr_values: identity.assurance }),
      })
      context.header('cache-control', 'no-store')
      return context.redirect(to.toString(), 303)
    })

    app.get('/inloggen/terug', async (context) => {
      context.header('cache-control', 'no-store')
      const attempt = await takeLogin(setting, keptIn(context, 'attempt', setting) ?? '')
      forget(context, 'attempt', setting)
      if (!attempt) return loginFailedPage(context, setting)
      const account = await accountFrom(context, attempt, {
        ...{ configuration: await configured(), redirectUri, assurance: identity.assurance },
      })
      if (!account) return loginFailedPage(context, setting)
      await endOwnSession(context, setting)
      const token = await logIn(setting, { issuer: issuerName, ...account })
      keep(context, 'session', token, setting)
      logLine('info', { login: 'done' })
      return context.redirect(attempt.returnTo, 303)
    })

    app.post('/uitloggen', async (context) => {
      await endOwnSession(context, setting)
      forget(context, 'session', setting)
      // What a shared browser still holds of the pages goes as well.
      context.header('clear-site-data', '"cache", "storage"')
      return context.redirect('/', 303)
    })
  }
}

function discover({ identity, ownServer }: LoginOptions): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = identity
  const isPlain = issuer.startsWith('http://')
  const ask: client.CustomFetch = async (url, asked) =>
    ownServer ? ownServer()(new Request(url, requestOf(asked))) : fetch(url, requestOf(asked))
  return client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    [client.customFetch]: ask,
    // Also a token that came straight from the issuer counts only with its signature.
    execute: [
      client.enableNonRepudiationChecks,
      ...(isPlain && ownServer ? [client.allowInsecureRequests] : []),
    ],
  })
}

function requestOf({ method, headers, body }: client.CustomFetchOptions): RequestInit {
  return {
    method,
    headers,
    ...(body !== undefined && body !== null && { body }),
    redirect: 'manual',
  }
}

type Checked = {
  readonly configuration: client.Configuration
  readonly redirectUri: string
  readonly assurance: string | undefined
}

type Account = {
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly isEmailVerified: boolean
}

async function accountFrom(
  context: PageContext,
  { state, nonce, verifier }: { state: string; nonce: string; verifier: string },
  { configuration, redirectUri, assurance }: Checked,
): Promise<Account | undefined> {
  try {
    const back = new URL(redirectUri)
    back.search = new URL(context.req.url).search
    const tokens = await client.authorizationCodeGrant(configuration, back, {
      ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return undefined
    const { sub, name, email, email_verified, acr } = claims
    if (assurance !== undefined && acr !== assurance) {
      logLine('warning', { login: 'refused', fault: 'assurance' })
      return undefined
    }
    return {
      subject: sub,
      name: typeof name === 'string' ? name : sub,
      email: typeof email === 'string' ? email : '',
      isEmailVerified: email_verified === true,
    }
  } catch (fault) {
    logLine('warning', { login: 'refused', fault: fault instanceof Error ? fault.name : 'unknown' })
    return undefined
  }
}

async function endOwnSession(context: PageContext, setting: WebSetting): Promise<void> {
  const before = keptIn(context, 'session', setting)
  if (before) await endSession(setting.store, setting.region, before)
}

/** A path of our own site; nobody is sent elsewhere. */
function ownPath(asked: string | undefined): string {
  const here = 'http://hier.example'
  const url = asked === undefined ? null : URL.parse(asked, here)
  return url && url.origin === here && asked?.startsWith('/') ? url.pathname + url.search : '/mijn'
}
