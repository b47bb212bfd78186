/**
 * What a token can be given for (reikwijdte): reading or doing, in one part of the interface. A token without the
 * one that a route asks is refused whatever its human may; a token with it lets nobody do more than they may.
 * Source: RFC 6749, 3.3; RFC 6750, 3.1; RFC 9068, 2.2.3.
 */
import { type PartName, partNames } from '../words/api-operations.ts'

const scopeActs = ['lezen', 'schrijven'] as const
export type ScopeAct = (typeof scopeActs)[number]
export type Scope = `${PartName}:${ScopeAct}`

/** Parts that everybody may ask without a token. */
const publicParts = ['woningen', 'regels', 'controle'] as const satisfies readonly PartName[]

/** Every scope there is, in the order of the parts. */
export const scopes: readonly Scope[] = partNames
  .filter((part) => !publicParts.some((each) => each === part))
  .flatMap((part) => scopeActs.map((act): Scope => `${part}:${act}`))

/** What a route asks when it says nothing else: reading where it only gives, doing where it changes something. */
export function scopeOf({
  part,
  method,
}: {
  readonly part: PartName
  readonly method: string
}): Scope {
  return `${part}:${method === 'get' ? 'lezen' : 'schrijven'}`
}
