/**
 * States that a region seldom shows, so that every page is looked at in them too: somebody with nothing yet, or
 * whose registration nearly ends or ended; a listing that is not open yet, waits for a second person or got
 * no response; offers that lapsed, wait or were let; a draw that is late; counts large enough to be told beside
 * those that are not; figures of an earlier day; and rules at every step of their way.
 */
import { addDays } from '../../core/basics/calendar-date.ts'
import type { Facts } from '../../core/basics/facts.ts'
import { answerOffer } from '../../operations/answer-offer.ts'
import { keepChances } from '../../operations/count-chances.ts'
import { expireOffer } from '../../operations/expire-offer.ts'
import { makeListing } from '../../operations/make-listing.ts'
import { makeOffer } from '../../operations/make-offer.ts'
import { askMerge } from '../../operations/merge-registrations.ts'
import { type Actor, dayOf, inTransaction, type Operation } from '../../operations/operation.ts'
import { publishListing } from '../../operations/publish-listing.ts'
import { deregister } from '../../operations/renew.ts'
import { reportVacancy } from '../../operations/report-vacancy.ts'
import { settleDraw } from '../../operations/settle-draw.ts'
import { beginStanding } from '../../operations/standing-response.ts'
import { proposedRules, versionAddress } from '../../operations/view-rules.ts'
import { withdrawListing } from '../../operations/withdraw-listing.ts'
import { withdrawRules } from '../../operations/withdraw-rules.ts'
import { done, homeFacts, type LettingRegion, type Seeker } from '../letting-region.ts'
import { exampleBooks } from '../released-books.ts'
import { type RulesRegion, regionalText } from '../rules-region.ts'

/** Who visits in such a state. */
export const rareVisitors = [
  ...(['beginner', 'gone', 'due', 'lapsed', 'late', 'waiting', 'tenant', 'crowded'] as const),
  ...(['idle-officer', 'idle-helper', 'second-admin', 'second-council'] as const),
] as const
export type RareVisitor = (typeof rareVisitors)[number]

/** What a stocked region can do. */
export type Doings = {
  readonly region: LettingRegion
  readonly rules: RulesRegion
  readonly officer: Actor
  readonly act: <Input, Outcome extends object>(
    actor: Actor,
    operation: Operation<Input, Outcome>,
    input: Input,
  ) => Promise<Outcome>
  readonly closedFor: (seekers: readonly Seeker[], facts?: Facts) => Promise<number>
  readonly offeredTo: (seeker: Seeker, listing: number) => Promise<string>
  readonly letTo: (seeker: Seeker) => Promise<{ readonly listing: number; readonly offer: string }>
  readonly dwellingOf: (listing: number) => Promise<number>
}

/** So many that they are told. */
const enough = 12
const lotteryFacts: Facts = { ...homeFacts, model: 'lottery' }

export async function rareStates(doings: Doings) {
  const { region, officer, act, closedFor, offeredTo, letTo, dwellingOf } = doings
  const { setting, store } = region

  async function registeredBefore(name: string, days: number): Promise<Seeker> {
    const seeker = await region.seeker({ name })
    await store
      .updateTable('history')
      .set({ on_day: addDays(dayOf(region.now()), -days) })
      .where('person', '=', seeker.person)
      .execute()
    return seeker
  }

  /** Two who stand on a list, both offered the home; the second said yes before the first answered. */
  async function saidYesAfter(first: Seeker, second: Seeker): Promise<readonly [string, string]> {
    const listing = await closedFor([first, second])
    const { offers } = await act(officer, makeOffer, { listing, count: 2 })
    const [one = '', two = ''] = offers.map(({ id }) => id)
    await act(second, answerOffer, { offer: two, answer: 'accept' })
    return [one, two]
  }

  const beginner = await region.seeker({ name: 'Net Begonnen' })
  const gone = await region.seeker({ name: 'Niet Meer' })
  const due = await registeredBefore('Bijna Om', 290)
  const lapsed = await registeredBefore('Net Om', 400)
  const late = await registeredBefore('Al Lang Om', 1100)
  const waiting = await region.seeker({ name: 'Wacht Nog' })
  const tenant = await region.seeker({ name: 'Al Huurder' })
  const rich = await region.seeker({ name: 'Ruim Inkomen', incomeCents: 9_000_000 })
  await act(gone, deregister, { person: gone.person })
  await act(waiting, beginStanding, { person: waiting.person, most: 2 })
  await act(due, askMerge, {
    ...{ person: due.person, householdSize: 2, children: 0, incomeCents: 3_000_000 },
  })

  // Counts that are told, on lists and in a quarter that is over; and one home on which nobody responded.
  const crowd: Seeker[] = []
  // A day apart, so that no lot decides between them.
  region.later(1)
  for (let each = 0; each < enough; each += 1) {
    crowd.push(await region.seeker({ name: `Menigte ${each + 1}` }))
    region.later(1)
  }
  const [crowded = beginner] = crowd
  const many = await closedFor([...crowd, rich])
  const drawnMany = await closedFor(crowd, lotteryFacts)
  region.later(1)
  done(await inTransaction(setting, undefined, (doing) => settleDraw(doing, drawnMany)))
  const nobody = await closedFor([])
  const nobodyTook = await closedFor([crowded])
  for (const each of crowd.slice(1)) await letTo(each)
  const ofTenant = await letTo(tenant)
  // The beacon is silent: nobody settles this one.
  const lateDraw = await closedFor([crowded, waiting], lotteryFacts)

  // Offers.
  const lapsing = await offeredTo(crowded, await closedFor([crowded]))
  region.later(14)
  done(await inTransaction(setting, undefined, (doing) => expireOffer(doing, lapsing)))
  await act(officer, withdrawListing, { listing: nobodyTook, ground: 'nobody-took-it' })
  const [, yesBehind] = await saidYesAfter(waiting, crowded)
  const toBeSeen = await closedFor([due])

  // Listings that are being made, wait for a second person, can be made known, and will open later.
  const [remarked, checked, planned] = [await vacant(), await vacant(), await vacant()]
  await act(officer, makeListing, {
    ...{ vacancy: remarked.vacancy, title: 'Ruim en licht', description: 'Met balkon.' },
    ...{ own: { rent: 61_000 }, grounds: { rent: 'rent-agreed' } },
  })
  const plain = { title: 'Rustig wonen', description: 'Op de derde verdieping.' }
  await act(officer, makeListing, { vacancy: checked.vacancy, ...plain, own: {}, grounds: {} })
  const { listing } = await act(officer, makeListing, {
    ...{ vacancy: planned.vacancy, ...plain, own: {}, grounds: {} },
  })
  await act(officer, publishListing, { listing, opensOn: addDays(dayOf(region.now()), 50) })

  async function vacant() {
    const dwelling = await region.dwelling()
    const freeFrom = dayOf(region.now())
    const { vacancy } = await act(officer, reportVacancy, { dwelling, freeFrom })
    return { dwelling, vacancy }
  }

  // Figures of today, which is no longer today when the rest was done.
  await keepChances(setting)
  const versions = await rulesOnTheirWay(doings)

  const helper: Actor = { human: await region.human('Helpt Niemand'), roles: [], mandates: [] }
  const visitors: ReadonlyMap<RareVisitor, Actor> = new Map<RareVisitor, Actor>([
    ...([
      ['beginner', beginner],
      ['gone', gone],
      ['due', due],
      ['lapsed', lapsed],
    ] as const),
    ...([
      ['late', late],
      ['waiting', waiting],
      ['tenant', tenant],
      ['crowded', crowded],
    ] as const),
    ['idle-officer', await region.worker('letting-officer', 'anderwonen')],
    ['idle-helper', helper],
    ['second-admin', doings.rules.people.otherAdmin],
    ['second-council', doings.rules.people.second],
  ])
  const inWork = {
    ...{ remarked: remarked.dwelling, checked: checked.dwelling, planned: planned.dwelling },
    ...{ nobody: await dwellingOf(nobody), many: await dwellingOf(many) },
    ...{ 'in-vain': await dwellingOf(nobodyTook), 'draw-late': await dwellingOf(lateDraw) },
  }
  return {
    visitors,
    toBeSeen,
    samples: {
      '/regels/:version': versions,
      '/gemeente/verordening/:version/toets': onTheirWay(versions),
      '/huurders/adviezen/:version': onTheirWay(versions),
      '/uitkomsten/:kwartaal': { many: '2026-k1' },
      '/woningen/:id': { nobody, many, 'in-vain': nobodyTook, 'draw-late': lateDraw },
      '/woningen/:id/uitslag': { nobody, many, 'drawn-many': drawnMany },
      '/loting/:id': { 'drawn-many': drawnMany, late: lateDraw },
      '/mijn/reacties/:id': {
        many,
        'drawn-many': drawnMany,
        late: lateDraw,
        let: ofTenant.listing,
      },
      '/mijn/aanbod/:id': { expired: lapsing, waiting: yesBehind, let: ofTenant.offer },
      '/werk/aanbiedingen/:id': { expired: lapsing, waiting: yesBehind },
      '/werk/woningen/:id': inWork,
      '/werk/woningen/:id/advertentie': inWork,
      '/werk/woningen/:id/kandidaten': inWork,
    },
  }
}

type Versions = Readonly<Record<string, string>>

/** The book of the region at every step: each of these is a version of its own. */
async function rulesOnTheirWay({ region, rules, act }: Doings): Promise<Versions> {
  const { setting } = region
  const { people } = rules
  const text = (days: number) => regionalText('listing_open: 7 days', `listing_open: ${days} days`)
  const inForce = exampleBooks.find(({ book }) => book.authority.level === 'region')
  const address = async (proposal: string): Promise<string> => {
    const all = await proposedRules(setting)
    return all.find((each) => each.proposal.id === proposal)?.address ?? ''
  }
  const inDays = (days: number) => new Date(region.now().getTime() + days * 86_400_000)
  const first = await rules.ready(text(31), inDays(0.1))
  const firstAddress = await address(first)
  done(await rules.confirm(first))
  region.later(1)
  const coming = await rules.ready(text(32), inDays(60))
  const comingAddress = await address(coming)
  done(await rules.confirm(coming))
  const released = await rules.ready(text(33), inDays(90))
  const adopted = await rules.proposal(text(34))
  await rules.advised(adopted)
  await rules.adopted(adopted)
  const points = await rules.proposal(text(35))
  const point = 'Wie in ploegen werkt, leest dit te laat.'
  done(await rules.advise(people.tenants, points, 'disagree', [point]))
  for (const each of [people.landlord, people.monitor]) done(await rules.advise(each, points))
  const taken = await rules.proposal(text(36))
  const goneAddress = await address(taken)
  await act(people.proposer, withdrawRules, { proposal: taken })
  return {
    replaced: inForce ? versionAddress(inForce) : '',
    ...{ 'in-force': firstAddress, 'to-come': comingAddress, withdrawn: goneAddress },
    ...{ 'release-asked': await address(released), adopted: await address(adopted) },
    'with-a-point': await address(points),
  }
}

function onTheirWay({
  'release-asked': asked = '',
  adopted = '',
  'with-a-point': point = '',
}: Versions) {
  return { 'release-asked': asked, adopted, 'with-a-point': point }
}
