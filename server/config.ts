/** What can be set from outside (instellingen), by environment variables, each with what it is when not set. */
import { join } from 'node:path'
import type { MailSetting } from './mail.ts'
import type { Outside } from './outside.ts'

export type Config = {
  readonly port: number
  readonly host: string
  /** Where the embedded database keeps its data, and the keys. */
  readonly dataFolder: string
  /** A PostgreSQL server of one's own. */
  readonly databaseUrl: string | undefined
  readonly isProduction: boolean
  /** The address people use, where that is not the one the server listens on. */
  readonly publicUrl: string | undefined
  /** Where letters that do not arrive go back to. */
  readonly returnAddress: string | undefined
  /** Who says who somebody is; the development identity provider where nobody does. */
  readonly identity: Identity | undefined
  /** Which tokens programs may use. */
  readonly tokens: {
    /** For whom they must be; the address of the interface where nothing is set. */
    readonly audience: string | undefined
    /** By which algorithms they may be signed. */
    readonly algorithms: readonly string[]
  }
  /** The header in which a proxy of ours says from which address a request came. */
  readonly addressHeader: string | undefined
  /** Who may ask for the measures; in production only who has a token. */
  readonly metrics: Outside['metrics']
  /** By which mail goes out; the outbox of development where nothing is said, and in production nothing. */
  readonly mail: MailSetting | undefined
}

export type Identity = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** How surely somebody must have shown who they are (betrouwbaarheidsniveau): an `acr` value of the issuer. */
  readonly assurance?: string
}

/** @throws on a value that cannot be, saying which and what it must be. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(environment.PORT ?? 8420)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is ${environment.PORT}: it must be a whole number from 0 to 65535`)
  }
  const isProduction = environment.NODE_ENV === 'production'
  const identity = identityFrom(environment)
  if (isProduction && !identity) {
    throw new Error(
      'NODE_ENV is production: then OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must say who people log in with',
    )
  }
  return {
    port,
    host: environment.HOST ?? '127.0.0.1',
    dataFolder: environment.DATA_FOLDER ?? join(import.meta.dirname, '..', '.verdeelsleutel'),
    databaseUrl: environment.DATABASE_URL,
    isProduction,
    publicUrl: addressFrom('PUBLIC_URL', environment.PUBLIC_URL),
    returnAddress: environment.RETURN_ADDRESS?.trim() || undefined,
    identity,
    tokens: {
      audience: environment.API_AUDIENCE || undefined,
      algorithms: algorithmsFrom(environment.API_ALGORITHMS),
    },
    addressHeader: environment.CLIENT_ADDRESS_HEADER?.toLowerCase() || undefined,
    metrics: environment.METRICS_TOKEN
      ? { token: environment.METRICS_TOKEN }
      : isProduction
        ? 'closed'
        : 'open',
    mail: mailFrom(environment),
  }
}

function mailFrom({ SMTP_URL: url, MAIL_FROM: from }: NodeJS.ProcessEnv): MailSetting | undefined {
  if (url === undefined || url === '') return undefined
  // What is set here holds a password: it is not said again.
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new Error('SMTP_URL must be an address that begins with smtp:// or smtps://')
  }
  if (from === undefined || !/^[^@\s<>]+@[^@\s<>]+$/.test(from)) {
    throw new Error('SMTP_URL is set: then MAIL_FROM must be the address that mail comes from')
  }
  return { url, from }
}

function identityFrom(environment: NodeJS.ProcessEnv): Identity | undefined {
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment
  const issuer = addressFrom('OIDC_ISSUER', environment.OIDC_ISSUER)
  if (issuer === undefined) return undefined
  if (!clientId || !clientSecret) {
    throw new Error('OIDC_ISSUER is set: then OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be too')
  }
  const { OIDC_ACR: assurance } = environment
  return { issuer, clientId, clientSecret, ...(assurance && { assurance }) }
}

const algorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'EdDSA']

// A secret that both sides know would let who can check a token also make one.
function algorithmsFrom(text = 'ES256 PS256 RS256'): readonly string[] {
  const named = text.split(/[\s,]+/).filter((each) => each !== '')
  const unknown = named.find((each) => !algorithms.includes(each))
  if (unknown !== undefined || named.length === 0) {
    throw new Error(
      `API_ALGORITHMS names ${unknown ?? 'nothing'}: it may name ${algorithms.join(', ')}`,
    )
  }
  return named
}

function addressFrom(name: string, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${name} is ${text}: it must be an address that begins with https://`)
  }
  return text.replace(/\/$/, '')
}

/** Whether only this machine can come there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host)
}
