/**
 * Versions of rule books as everybody may read them (versies): their text, what they changed, why, what was
 * advised on them, and where they stand. Humans are in it by their role and organisation only.
 */
import type { Facts } from '../core/basics/facts.ts'
import { type BookComparison, compareBooks } from '../core/policy/compare-books.ts'
import type { Finding } from '../core/policy/finding.ts'
import { reaches } from '../core/policy/resolve.ts'
import type { RuleBook } from '../core/policy/rule-book.ts'
import type { LoadedBook } from '../policies/load-rule-book.ts'
import { type Release, releasesOf, versionsBy } from '../store/rule-books.ts'
import { proposalsOf, type StoredProposal } from '../store/rule-proposals.ts'
import { type Actor, carryOut, dayOf, type Operation, refuse, type Setting } from './operation.ts'
import { booksInForce, keptBook, latestBooks } from './rules-for-listing.ts'
import {
  councilsLacking,
  isBy,
  type ProposalState,
  pointsOpen,
  proposalState,
} from './rules-on-their-way.ts'

export type { Release }

/** A proposal without the humans in it. */
export type PublicProposal = Omit<StoredProposal, 'proposedBy' | 'findings' | 'releaseAsked'> & {
  readonly state: ProposalState
  readonly findings: readonly Finding[]
  /** From when it is to decide, once a second person confirms it. */
  readonly decidesFrom: Date | undefined
  readonly councilsLacking: readonly string[]
  readonly pointsOpen: number
}

export type VersionState = 'in-force' | 'to-come' | 'replaced' | 'proposed' | 'withdrawn'

export type Version = {
  readonly address: string
  readonly book: RuleBook
  readonly hash: string
  readonly text: string
  /** Where a place in the text is. */
  readonly locate: LoadedBook['locate']
  /** What it builds on. */
  readonly uppers: readonly RuleBook[]
  readonly state: VersionState
  /** What it takes, or took, the place of, and how it differs. */
  readonly former: { readonly address: string; readonly title: string } | undefined
  readonly comparison: BookComparison | undefined
  /** The newest first. */
  readonly proposals: readonly PublicProposal[]
  readonly releases: readonly (Release & { readonly until: Date | undefined })[]
}

const shownOfHash = 12

/** Where a version stands on the site: the name of the book and the beginning of its hash. */
export function versionAddress({
  book,
  hash,
}: {
  readonly book: { readonly book: string }
  readonly hash: string
}): string {
  return `${book.book}.${hash.slice(0, shownOfHash)}`
}

/** A version by its address; undefined where there is none. */
export async function viewVersion(setting: Setting, address: string): Promise<Version | undefined> {
  const { store, region } = setting
  const [, id = '', start = ''] = /^([a-z0-9-]+)\.([0-9a-f]{12})$/.exec(address) ?? []
  const [hash] = start === '' ? [] : await versionsBy(store, region, id, start)
  if (hash === undefined) return undefined
  const { loaded, text } = await keptBook(setting, hash)
  const { book, locate } = loaded
  const found = await proposalsOf(store, region, { hash })
  const all = await releasesOf(store, region)
  const releases = all
    .filter((each) => each.hash === hash)
    .map((each) => ({ ...each, until: replacedAt(each, all) }))
  const replaces = releases[0]?.replaces ?? found[0]?.replaces
  const before = replaces === undefined ? undefined : await keptBook(setting, replaces)
  const latest = await latestBooks(setting)
  const uppers = uppersOf(book, latest)
  const now = setting.now()
  return {
    ...{ address, book, hash, text, locate, uppers, releases },
    state: stateOf(releases, found, now),
    former: before && {
      address: versionAddress(before.loaded),
      title: before.loaded.book.title,
    },
    comparison:
      before &&
      compareBooks(
        [before.loaded.book, ...uppersOf(before.loaded.book, latest)],
        [book, ...uppers],
      ),
    proposals: found.map((each) => publicly(each, setting)),
  }
}

function replacedAt({ line, decidesFrom }: Release, all: readonly Release[]): Date | undefined {
  return all.findLast((each) => each.line === line && each.decidesFrom > decidesFrom)?.decidesFrom
}

function stateOf(
  releases: Version['releases'],
  proposals: readonly StoredProposal[],
  now: Date,
): VersionState {
  if (releases.some(({ decidesFrom, until }) => decidesFrom <= now && (!until || now < until))) {
    return 'in-force'
  }
  if (releases.some(({ decidesFrom }) => decidesFrom > now)) return 'to-come'
  if (proposals.some((each) => !each.withdrawnAt && each.releasedEvent === undefined)) {
    return 'proposed'
  }
  return releases.length > 0 ? 'replaced' : 'withdrawn'
}

/** All that a book builds on, as it is now. */
function uppersOf(book: RuleBook, latest: ReadonlyMap<string, LoadedBook>): RuleBook[] {
  const uppers: RuleBook[] = []
  const gather = ({ builds_on: basis }: RuleBook) => {
    for (const id of basis) {
      const upper = latest.get(id)?.book
      if (!upper || upper === book || uppers.includes(upper)) continue
      uppers.push(upper)
      gather(upper)
    }
  }
  gather(book)
  return uppers
}

function publicly(proposal: StoredProposal, setting: Setting): PublicProposal {
  const { proposedBy: _, releaseAsked, findings, ...open } = proposal
  return {
    ...open,
    // @NOTE the law check wrote them there.
    findings: findings as readonly Finding[],
    decidesFrom: releaseAsked?.decidesFrom,
    state: proposalState(proposal, dayOf(setting.now())),
    ...{ councilsLacking: councilsLacking(proposal), pointsOpen: pointsOpen(proposal) },
  }
}

export type OnTheirWay = {
  readonly proposal: PublicProposal
  readonly address: string
  readonly title: string
  /** What this human may do about it now. */
  readonly may: {
    readonly advise: readonly { readonly role: string; readonly organisation: string }[]
    readonly answer: boolean
    readonly adoptFor: readonly string[]
    readonly release: boolean
    readonly confirm: boolean
    readonly withdraw: boolean
  }
}

/** Everything that is on its way, and what waits for whom. */
export const rulesOnTheirWay: Operation<
  { readonly all?: true },
  { readonly list: readonly OnTheirWay[] }
> = {
  action: 'see-rules-on-their-way',
  about: async () => ({}),
  async perform(doing, { all }) {
    const { transaction, region, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const found = await proposalsOf(transaction, region, all ? {} : { isOpen: true })
    const list: OnTheirWay[] = []
    for (const each of found) {
      const { loaded } = await keptBook(doing, each.hash)
      const proposal = publicly(each, setting)
      list.push({
        ...{ proposal, address: versionAddress(loaded), title: loaded.book.title },
        may: mayDoNow(actor, each, proposal),
      })
    }
    return { list }
  },
}

/** What is on its way, for everybody to read. */
export async function proposedRules(setting: Setting): Promise<readonly Omit<OnTheirWay, 'may'>[]> {
  const { store, region } = setting
  const found = await proposalsOf(store, region, { isOpen: true })
  const list: Omit<OnTheirWay, 'may'>[] = []
  for (const each of found) {
    const { loaded } = await keptBook(setting, each.hash)
    list.push({
      ...{ proposal: publicly(each, setting), address: versionAddress(loaded) },
      title: loaded.book.title,
    })
  }
  return list
}

/** What is on its way, for who has a part in it; undefined for everybody else. */
export async function viewRulesOnTheirWay(setting: Setting, actor: Actor, all?: true) {
  const found = await carryOut(setting, actor, rulesOnTheirWay, all ? { all } : {})
  return 'list' in found ? found.list : undefined
}

function mayDoNow(
  { human, roles }: Actor,
  stored: StoredProposal,
  { state, councilsLacking: lacking, pointsOpen: open }: PublicProposal,
): OnTheirWay['may'] {
  const isOver = state === 'withdrawn' || state === 'released'
  const isTheirs = roles.some((each) => isBy(each, stored))
  const has = (role: string) => roles.filter((each) => each.role === role)
  const councils = has('municipal-policy').map(({ organisation }) => organisation)
  const isOwn = human === stored.proposedBy
  const advises = roles.filter(
    (each) =>
      ['tenants-organisation', 'landlord-policy', 'regional-monitor'].includes(each.role) &&
      !isBy(each, stored) &&
      !stored.advices.some((advice) => isBy(advice, each)),
  )
  const isAdoptable = !isOver && open === 0 && state === 'advised'
  return {
    advise: isOver || isOwn || stored.adoptions.length > 0 ? [] : advises,
    answer: !isOver && isTheirs && open > 0,
    adoptFor: isAdoptable
      ? councils.filter((each) => lacking.includes(each) || lacking.includes(''))
      : [],
    release:
      !isOwn &&
      has('functional-admin').length > 0 &&
      (state === 'adopted' || state === 'release-asked'),
    confirm:
      state === 'release-asked' &&
      !isOwn &&
      human !== stored.releaseAsked?.askedBy &&
      councils.some((each) => stored.adoptedIn.length === 0 || stored.adoptedIn.includes(each)),
    withdraw: !isOver && isTheirs,
  }
}

/** Versions that hold now or are to come for homes like this one, and not for this one: it keeps its own. */
export async function rulesReplacing(
  setting: Setting,
  { ruleBooks, facts }: { readonly ruleBooks: readonly string[]; readonly facts: Facts },
): Promise<readonly { readonly address: string; readonly title: string }[]> {
  const latest = [...(await latestBooks(setting)).values()]
  return latest
    .filter(({ hash, book }) => !ruleBooks.includes(hash) && reaches(book.authority, facts))
    .map((each) => ({ address: versionAddress(each), title: each.book.title }))
}

export type OwnRules = {
  readonly municipality: string
  /** Books of the municipality itself, each with what it changes for its homes. */
  readonly books: readonly { readonly address: string; readonly comparison: BookComparison }[]
}

/** What differs in a region, municipality by municipality and landlord by landlord. */
export async function differences(setting: Setting): Promise<{
  readonly common: readonly { readonly address: string; readonly title: string }[]
  readonly municipalities: readonly { readonly id: string; readonly own: OwnRules['books'] }[]
  readonly landlords: readonly { readonly id: string; readonly own: OwnRules['books'] }[]
}> {
  const books = await booksInForce(setting)
  const latest = new Map(books.map((each) => [each.book.book, each]))
  const of = (levels: readonly string[], fact: string, id: string): OwnRules['books'] =>
    books
      .filter(({ book: { authority } }) => {
        const reach = [authority.scope?.[fact] ?? []].flat()
        return levels.includes(authority.level) && reach.includes(id)
      })
      .flatMap((each) => {
        const [first, ...rest] = uppersOf(each.book, latest)
        if (!first) return []
        const comparison = compareBooks([first, ...rest], [each.book, first, ...rest])
        return [{ address: versionAddress(each), comparison }]
      })
  const municipalities = [
    ...new Set(books.flatMap(({ book }) => book.authority.municipalities ?? [])),
  ].toSorted()
  const landlords = [
    ...new Set(books.flatMap(({ book }) => [book.authority.scope?.landlord ?? []].flat())),
  ].toSorted()
  return {
    common: books
      .filter(
        ({ book }) => book.authority.level === 'region' || book.authority.level === 'national',
      )
      .map((each) => ({ address: versionAddress(each), title: each.book.title })),
    municipalities: municipalities.map((id) => ({
      ...{ id, own: of(['municipality', 'settlement'], 'municipality', id) },
    })),
    landlords: landlords.map((id) => ({ id, own: of(['landlord', 'complex'], 'landlord', id) })),
  }
}
