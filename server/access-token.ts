/**
 * Whose account a program acts for (toegangsbewijs): an access token of the issuer people log in with, as a
 * signed JWT. It holds only with a signature by one of the issuer's keys, of an algorithm we named, for this
 * audience, and not too late. Source: RFC 9068.
 */
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Account } from '../api/app.ts'
import type { Fetch } from './outside.ts'

export type TokenTerms = {
  readonly issuer: string
  /** How accounts of this issuer are called in our own tables, whatever its address. */
  readonly issuerName: string
  readonly audience: string
  /** Never one by a shared secret. */
  readonly algorithms: readonly string[]
  /** How surely somebody must have shown who they are, where the site asks that too. */
  readonly assurance?: string
  /** Where the issuer is this very server: then it is asked without a network. */
  readonly ownServer?: () => Fetch
  now(): Date
}

const secondsOfDoubt = 10
const longestToken = 4_000

/** Gives the account a token is for, or undefined where it does not hold, whatever the reason. */
export function accessTokens(terms: TokenTerms): (token: string) => Promise<Account | undefined> {
  const { issuer, issuerName, audience, algorithms, assurance, now } = terms
  const known: { keys?: Promise<JWTVerifyGetKey> } = {}
  return async (token) => {
    if (token.length > longestToken) return undefined
    known.keys ??= keysOf(terms).catch((fault) => {
      delete known.keys
      throw fault
    })
    const keys = await known.keys
    try {
      const { payload } = await jwtVerify(token, keys, {
        ...{ issuer, audience, algorithms: [...algorithms], typ: 'at+jwt' },
        ...{ requiredClaims: ['sub', 'exp', 'iat'], currentDate: now() },
        clockTolerance: secondsOfDoubt,
      })
      const { sub, acr, scope } = payload
      if (sub === undefined || (assurance !== undefined && acr !== assurance)) return undefined
      const scopes = typeof scope === 'string' ? scope.split(' ') : []
      return { issuer: issuerName, subject: sub, scopes }
    } catch (fault) {
      // A token that does not hold is no fault of ours; keys that cannot be fetched are.
      if (isOfToken(fault)) return undefined
      throw fault
    }
  }
}

const metadata = z.object({ jwks_uri: z.url() })

async function keysOf({ issuer, ownServer }: TokenTerms): Promise<JWTVerifyGetKey> {
  const ask: typeof fetch = async (input, init) =>
    ownServer ? ownServer()(new Request(input, init)) : fetch(input, init)
  const answer = await ask(`${issuer}/.well-known/openid-configuration`)
  const { jwks_uri: address } = metadata.parse(await answer.json())
  return createRemoteJWKSet(new URL(address), { [customFetch]: ask })
}

const ofToken = [
  'ERR_JWT_EXPIRED',
  'ERR_JWT_CLAIM_VALIDATION_FAILED',
  'ERR_JWT_INVALID',
  'ERR_JWS_INVALID',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_NOT_SUPPORTED',
  'ERR_JWKS_NO_MATCHING_KEY',
  'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
]

function isOfToken(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && ofToken.includes(String(fault.code))
}
