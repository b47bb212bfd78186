/** A case that somebody is about to change, held until they are done, and who may do so at all. */
import { complaintOf, membersOf, type StoredComplaint } from '../store/complaints.ts'
import { type About, type Actor, type Doing, isOwnFile } from './operation.ts'

/** What access to a case depends on; undefined where there is none. */
export async function aboutComplaint(
  { transaction, region }: Doing,
  { complaint: id }: { readonly complaint: number },
): Promise<About | undefined> {
  const found = await complaintOf(transaction, region, id)
  if (!found) return undefined
  const members = await membersOf(transaction, region, id)
  return {
    person: found.person,
    ...(found.landlord !== undefined && { organisation: found.landlord }),
    called: members.map(({ human }) => human),
  }
}

/** A case, which nobody else changes until the transaction ends. */
export async function holdComplaint(
  { transaction, region }: Doing,
  id: number,
): Promise<StoredComplaint | undefined> {
  return complaintOf(transaction, region, id, 'lock')
}

/**
 * Why somebody may not judge or answer in a case: it is their own, or of whom they help, or they wrote it.
 * Source: the trust model, part D5, the rules on top.
 */
export function isOwnCase({ person, madeBy }: StoredComplaint, actor: Actor): boolean {
  return isOwnFile(actor, person) || madeBy === actor.human
}

/** What is written must say something: one sentence at least. */
export const sentenceLeast = 20
const sentenceMost = 4000

/** What somebody wrote, where it is a sentence and no book; undefined where it is too short or too long. */
export function sentenceIn(text: string): string | undefined {
  const said = text.trim()
  return said.length < sentenceLeast || said.length > sentenceMost ? undefined : said
}
