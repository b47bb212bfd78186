/**
 * What became of the homes of an organisation (uitkomsten), for who takes part: a landlord of its own, a municipality
 * of those within it. No seeker is in it. Source: the trust model, part D6, column participant.
 */
import { type OwnResult, resultsAfter } from '../store/results.ts'
import { landlordNames } from '../store/stock.ts'
import { type Actor, mayDo, type Setting } from './operation.ts'

export type { OwnResult }

/** Of whom somebody may have the results. */
export type ResultScope =
  | { readonly landlord: string; readonly name: string }
  | { readonly municipality: string }

/** All for which somebody may have results. */
export async function resultScopes(
  { store, region }: Setting,
  actor: Actor,
): Promise<ResultScope[]> {
  const may = actor.roles.filter(({ organisation }) =>
    mayDo(actor, 'export-results', { organisation }),
  )
  const of = (isMunicipal: boolean) => [
    ...new Set(
      may.flatMap(({ role, organisation }) => {
        const isThis = isMunicipal === (role === 'municipal-policy')
        return isThis && organisation !== '' ? [organisation] : []
      }),
    ),
  ]
  // Of a landlord only by a role at a landlord: municipalities have names of their own.
  const names = await landlordNames(store, region, of(false))
  return [
    ...[...names].map(([landlord, name]) => ({ landlord, name })),
    ...of(true).map((municipality) => ({ municipality })),
  ]
}

const resultsAtOnce = 500

/** The results of one of these, some at a time. */
export async function* ownResults(
  { store, region }: Setting,
  scope: ResultScope,
): AsyncGenerator<readonly OwnResult[]> {
  let after = 0
  for (;;) {
    const found = await resultsAfter(store, region, { ...scope, after, most: resultsAtOnce })
    yield found
    const last = found.at(-1)
    if (!last || found.length < resultsAtOnce) return
    after = last.listing
  }
}
