/**
 * The closed catalogue of facts: what a rule can know about a person, a household, a home. Spells and
 * events stand in `seekers/history.ts`. A rule book cannot invent a fact; it can define a word from
 * facts or ask a named role. Extending a catalogue is a code change with words, source and scenario.
 */

/** The instant at which a fact counts (peilmoment). A `procedure` rule can move it. */
export const moments = ['listing-closed', 'ranking-made', 'offer-made', 'lease-start'] as const
export type Moment = (typeof moments)[number]

export type Fact = {
  readonly type: 'yes-no' | 'number' | 'date' | 'choice' | 'choices' | 'cents'
  readonly unit?:
    | 'years'
    | 'months'
    | 'days'
    | 'hours'
    | 'persons'
    | 'rooms'
    | 'm2'
    | 'percent'
    | 'score'
  readonly of: 'person' | 'household' | 'listing' | 'pair' | 'assignment'
  /** The strongest source the fact can have; the value carries its own. */
  readonly established: 'declared' | 'verified' | 'decided' | 'counted'
  readonly at: Moment
  /** Feeds "what would change it": only what a person truly chooses, or what time brings. */
  readonly changes: 'chosen' | 'time' | 'never'
  /** Only for facts recorded solely when true. */
  readonly ifMissing?: 'no'
  /** Never in logs, public pages or a neighbour's explanation. */
  readonly sensitive?: true
  /** The closed vocabulary of a choice; absent where the values are names (of places, landlords). */
  readonly values?: readonly string[]
}

const closed = { established: 'verified', at: 'listing-closed', changes: 'never' } as const
const decided = { established: 'decided', at: 'listing-closed', changes: 'never' } as const
const counted = { established: 'counted', at: 'ranking-made', changes: 'time' } as const
const profile = {
  of: 'person',
  established: 'declared',
  at: 'listing-closed',
  changes: 'chosen',
} as const
const home = { of: 'listing', ...closed } as const

export const allocationModels = [
  'ranked',
  'lottery',
  'first-come',
  'option',
  'direct-matching',
  'motivation',
  'swap',
] as const
export type AllocationModel = (typeof allocationModels)[number]

export const facts = {
  // the person
  born: { type: 'date', of: 'person', ...closed },
  age: { type: 'number', unit: 'years', of: 'person', ...closed, changes: 'time' },
  'aow-age': { type: 'yes-no', of: 'person', ...closed, changes: 'time' },
  role: {
    type: 'choice',
    of: 'person',
    ...closed,
    values: ['applicant', 'co-applicant', 'member', 'child'],
  },
  'care-share': { type: 'number', unit: 'percent', of: 'person', ...closed },
  'residence-status': {
    type: 'choice',
    of: 'person',
    ...closed,
    values: ['dutch', 'lawful', 'permit-holder', 'none'],
  },
  'lives-in': { type: 'choice', of: 'person', ...closed },
  'address-since': { type: 'date', of: 'person', ...closed },
  'work-hours': { type: 'number', unit: 'hours', of: 'person', ...closed },
  'works-in': { type: 'choice', of: 'person', ...closed },
  'studies-in': { type: 'choice', of: 'person', ...closed },
  profession: { type: 'choice', of: 'person', ...closed },
  'profession-group': { type: 'choice', of: 'person', ...closed },
  'income-source': {
    type: 'choice',
    of: 'person',
    ...closed,
    sensitive: true,
    values: [
      'work',
      'own-business',
      'early-retirement',
      'old-age-pension',
      'survivor-pension',
      'student-finance',
      'benefit',
      'none',
    ],
  },
  'court-emancipation': { type: 'yes-no', of: 'person', ...decided, ifMissing: 'no' },

  // the household
  household: {
    type: 'choice',
    of: 'household',
    ...closed,
    values: ['one-adult', 'two-adults', 'more-adults'],
  },
  'household-size': { type: 'number', unit: 'persons', of: 'household', ...closed },
  children: { type: 'number', unit: 'persons', of: 'household', ...closed },
  'household-income': {
    type: 'cents',
    of: 'household',
    ...closed,
    at: 'lease-start',
    sensitive: true,
  },
  'housing-situation': {
    type: 'choice',
    of: 'household',
    ...closed,
    values: ['starter', 'onward-mover', 're-starter'],
  },
  'leaves-empty': {
    type: 'choice',
    of: 'household',
    ...closed,
    values: ['none', 'social-rental', 'private-rental', 'owner-occupied'],
  },
  'leaves-landlord': { type: 'choice', of: 'household', ...closed },
  'leaves-in': { type: 'choice', of: 'household', ...closed },
  'leaves-bedrooms': { type: 'number', unit: 'rooms', of: 'household', ...closed },
  'lives-in-with-others': { type: 'yes-no', of: 'household', ...closed, ifMissing: 'no' },
  'homeless-with-children': {
    type: 'yes-no',
    of: 'household',
    ...decided,
    ifMissing: 'no',
    sensitive: true,
  },

  // decided by a role
  'urgency-ground': { type: 'choice', of: 'person', ...decided, sensitive: true },
  'urgency-region': { type: 'choice', of: 'person', ...decided },
  indication: {
    type: 'choices',
    of: 'person',
    ...decided,
    sensitive: true,
    values: ['walker', 'wheelchair', 'single-floor', 'service-home', 'sheltered'],
  },
  'target-group': { type: 'choice', of: 'person', ...decided, sensitive: true },
  'in-shelter': { type: 'yes-no', of: 'person', ...decided, ifMissing: 'no', sensitive: true },
  nominated: { type: 'yes-no', of: 'person', ...decided, ifMissing: 'no' },
  screening: {
    type: 'choice',
    of: 'person',
    ...decided,
    sensitive: true,
    values: ['passed', 'failed'],
  },

  // counted from the history
  'registered-on': { type: 'date', of: 'person', ...counted, changes: 'never' },
  'responded-at': { type: 'number', of: 'pair', ...counted, changes: 'never' },
  'open-responses': { type: 'number', of: 'person', ...counted, changes: 'chosen' },
  'open-offers': { type: 'number', of: 'person', ...counted, changes: 'chosen' },
  blocked: { type: 'yes-no', of: 'pair', ...counted },
  'blocked-by': { type: 'choice', of: 'pair', ...counted },
  'blocked-until': { type: 'date', of: 'pair', ...counted },
  held: { type: 'yes-no', of: 'pair', ...counted, at: 'offer-made' },
  'held-by': { type: 'choice', of: 'pair', ...counted, at: 'offer-made' },
  'held-until': { type: 'date', of: 'pair', ...counted, at: 'offer-made' },
  'demoted-to': { type: 'choice', of: 'person', ...counted, values: ['tier', 'list'] },
  'demoted-by': { type: 'choice', of: 'person', ...counted },
  'floor-area-per-person': { type: 'number', unit: 'm2', of: 'pair', ...closed },

  // the search profile
  'profile-dwelling-types': { type: 'choices', ...profile },
  'profile-bedrooms-min': { type: 'number', unit: 'rooms', ...profile },
  'profile-bedrooms-max': { type: 'number', unit: 'rooms', ...profile },
  'profile-rent': { type: 'cents', ...profile },
  'profile-areas': { type: 'choices', ...profile },
  'profile-models': { type: 'choices', ...profile, values: allocationModels },

  // the listing and its home
  listing: { type: 'choice', ...home },
  model: { type: 'choice', ...home, values: allocationModels },
  label: { type: 'choices', ...home, ifMissing: 'no' },
  flag: { type: 'choices', ...home, ifMissing: 'no' },
  segment: { type: 'choice', ...home, values: ['social', 'mid-rent', 'free'] },
  regulated: { type: 'yes-no', ...home },
  municipality: { type: 'choice', ...home },
  settlement: { type: 'choice', ...home },
  neighbourhood: { type: 'choice', ...home },
  area: { type: 'choices', ...home },
  'designated-area': {
    type: 'choices',
    ...home,
    values: ['wbmgp-8', 'wbmgp-9', 'wbmgp-10'],
    ifMissing: 'no',
  },
  complex: { type: 'choice', ...home },
  'complex-age-min': { type: 'number', unit: 'years', ...home },
  landlord: { type: 'choice', ...home },
  'dwelling-type': { type: 'choice', ...home },
  rooms: { type: 'number', unit: 'rooms', ...home },
  bedrooms: { type: 'number', unit: 'rooms', ...home },
  rent: { type: 'cents', ...home },
  'floor-area': { type: 'number', unit: 'm2', ...home },
  'new-build': { type: 'yes-no', ...home, ifMissing: 'no' },
  'delivered-on': { type: 'date', ...home },
  student: { type: 'yes-no', ...home, ifMissing: 'no' },
  'lease-kind': {
    type: 'choice',
    ...home,
    values: ['regular', 'youth', 'temporary', 'flex', 'student'],
  },
  'self-contained': { type: 'yes-no', ...home },
  accessibility: { type: 'choices', ...home },

  // an assignment, as quotas count it
  'priorities-applied': { type: 'choices', of: 'assignment', ...counted, changes: 'never' },
  'set-aside': { type: 'choices', of: 'assignment', ...counted, changes: 'never' },
} as const satisfies Record<string, Fact>

export type FactId = keyof typeof facts

/** A name that the closed catalogue lists. */
export function isFact(name: string): name is FactId {
  return Object.hasOwn(facts, name)
}

export function factOf(name: string): Fact | undefined {
  return isFact(name) ? facts[name] : undefined
}

export const roles = [
  'municipal-executive',
  'municipal-council',
  'urgency-committee',
  'matching-panel',
  'selection-committee',
  'landlord',
  'allocator',
  'points-desk',
  'fire-commander',
  'mayor',
  'allocation-council',
  'housing-authority',
  'care-partner',
] as const
export type Role = (typeof roles)[number]
