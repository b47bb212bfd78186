/** Which papers are asked of somebody now, what they gave, and what was seen of them (mijn documenten). */
import { documentsOfOffers, type StoredDocument } from '../store/documents.ts'
import { type Evidence, evidenceOfOffers } from '../store/evidence.ts'
import { homesOf, type ShownHome } from '../store/homes.ts'
import { offersOf, type StoredOffer } from '../store/offers.ts'
import { type EvidenceKind, evidenceKinds } from './check-documents.ts'
import { type Actor, mayDo, type Refusal, refuse, type Setting } from './operation.ts'
import { readFile } from './read-file.ts'

export type { Evidence, StoredDocument }

export type PapersForHome = {
  readonly offer: StoredOffer
  readonly home: ShownHome
  /** What is still to be seen, while the offer waits for it. */
  readonly asked: readonly EvidenceKind[]
  readonly given: readonly StoredDocument[]
  readonly seen: readonly Evidence[]
}

/** Per home somebody was offered and for which papers play a part, the latest first. */
export async function viewPapers(
  setting: Setting,
  actor: Actor,
  person: string,
): Promise<PapersForHome[] | Refusal> {
  // What somebody earns stands in them: a helper who only reads along does not see which there are either.
  if (!mayDo(actor, 'read-document', { person })) return refuse('not-found')
  return readFile(setting, actor, person, async () => {
    const { store, region } = setting
    const offers = await offersOf(store, region, person)
    const homes = await homesOf(
      store,
      region,
      offers.map(({ listing }) => listing),
    )
    const ids = offers.map(({ id }) => id)
    const [documents, evidence] = await Promise.all([
      documentsOfOffers(store, region, ids),
      evidenceOfOffers(store, region, ids),
    ])
    const givenFor = Map.groupBy(documents, ({ offer }) => offer)
    const seenFor = Map.groupBy(evidence, ({ offer }) => offer)
    const all: PapersForHome[] = []
    for (const offer of offers) {
      const home = homes.find(({ id }) => id === offer.listing)
      if (!home) return refuse('not-found')
      const given = givenFor.get(offer.id) ?? []
      const seen = seenFor.get(offer.id) ?? []
      const asked =
        offer.state === 'accepted'
          ? evidenceKinds.filter((kind) => !seen.some((each) => each.kind === kind))
          : []
      if (offer.state === 'accepted' || given.length + seen.length > 0) {
        all.push({ offer, home, asked, given, seen })
      }
    }
    return all
  })
}
