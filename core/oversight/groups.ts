/**
 * Groups that people are counted in (groepen): how they are named, and in which ones somebody falls. One
 * person is in many groups at once; in a family that divides, in exactly one.
 */
import { keptByName } from '../basics/kept-for.ts'
import type { HouseholdLimits } from '../ranking/rent-fit.ts'
import { type GroupId, type LettingRecord, situations } from './record.ts'
import { isRegular, type RegularDefinition, type Standing, usualDefinition } from './regular.ts'

type Family = {
  /** Where it can be told: `lettings` where it takes a home to know. */
  readonly in: 'lettings' | 'both'
  /** Everybody of whom it is known is in exactly one group of the family. */
  readonly divides: boolean
  /** Groups with a name of their own. */
  readonly named?: readonly string[]
  /** How the names of the other groups begin; what follows is a code, a band or a place. */
  readonly prefix?: string
}

export const groupFamilies = {
  all: { in: 'both', divides: true, named: ['all'] },
  regular: { in: 'both', divides: false, named: ['regular'] },
  urgency: { in: 'both', divides: false, named: ['urgent'], prefix: 'urgent:' },
  'target-group': { in: 'both', divides: false, prefix: 'target:' },
  locality: { in: 'lettings', divides: true, named: ['local', 'not-local'] },
  registered: { in: 'both', divides: true, prefix: 'registered:' },
  age: { in: 'both', divides: true, prefix: 'age:' },
  size: { in: 'both', divides: true, prefix: 'size:' },
  income: { in: 'both', divides: true, prefix: 'income:' },
  situation: { in: 'both', divides: true, named: situations },
  origin: { in: 'both', divides: true, prefix: 'from:' },
} as const satisfies Readonly<Record<string, Family>>

export type GroupFamily = keyof typeof groupFamilies

type NamedIn<Each> = Each extends { named: readonly (infer Name)[] } ? Name : never

/** Groups that exist whatever the region. */
export type NamedGroup = NamedIn<(typeof groupFamilies)[GroupFamily]>

/** Whole years on the list. */
export const registeredBands = {
  '0-1': [0, 1],
  '2-4': [2, 4],
  '5-9': [5, 9],
  '10-plus': [10, Number.POSITIVE_INFINITY],
} as const

/** First and last age of a band: youth contracts end at 28, senior labels begin at 55, AOW at 67. */
export const ageBands = {
  '0-17': [0, 17],
  '18-27': [18, 27],
  '28-44': [28, 44],
  '45-54': [45, 54],
  '55-66': [55, 66],
  '67-plus': [67, Number.POSITIVE_INFINITY],
} as const

/** Rent caps change from the third person on. Source: Wet op de huurtoeslag art. 20 lid 2. */
export const sizeBands = {
  '1': [0, 1],
  '2': [2, 2],
  '3-4': [3, 4],
  '5-plus': [5, Number.POSITIVE_INFINITY],
} as const

/** Up to the norminkomen, from there up to the limit of the income target group, and above it. */
export const incomeBands = ['low', 'target-group', 'above'] as const

export type RegisteredBand = keyof typeof registeredBands
export type AgeBand = keyof typeof ageBands
export type SizeBand = keyof typeof sizeBands
export type IncomeBand = (typeof incomeBands)[number]

export type Household = Pick<
  LettingRecord['household'],
  'size' | 'incomeCents' | 'age' | 'situation' | 'from'
>

/** Somebody to be counted; with the municipality of the home once there is one. */
export type CountedSeeker = Standing & {
  readonly household: Household
  /** On the day that counts: of a letting, or of the last that was seen of a search. */
  readonly yearsRegistered: number
  readonly municipality?: string | undefined
}

export type GroupChoices = {
  readonly regularBy?: RegularDefinition
  /** The income limits of a household on the day that counts; without them nobody has an income group. */
  readonly limits?: (
    household: Household,
  ) => Pick<HouseholdLimits, 'fitIncomeCents' | 'targetIncomeCents'> | undefined
}

/** Gives the groups of one person or letting, `all` first. Names are made once and kept. */
export function groupsBy({
  regularBy = usualDefinition,
  limits,
}: GroupChoices = {}): (seeker: CountedSeeker) => readonly GroupId[] {
  const urgent = namedBy('urgent:')
  const target = namedBy('target:')
  const income = namedBy('income:')
  const origin = namedBy('from:')
  const registered = bandsOf('registered:', registeredBands)
  const age = bandsOf('age:', ageBands)
  const size = bandsOf('size:', sizeBands)
  return (seeker) => {
    const { ground, targetGroup, municipality, household, yearsRegistered } = seeker
    const { from } = household
    const ofIncome = bandOfIncome(household, limits?.(household))
    const groups: GroupId[] = ['all']
    if (isRegular(regularBy, seeker)) groups.push('regular')
    if (ground !== 'none') groups.push('urgent', urgent(ground))
    if (targetGroup !== 'none') groups.push(target(targetGroup))
    if (municipality !== undefined) groups.push(from === municipality ? 'local' : 'not-local')
    groups.push(registered(yearsRegistered), age(household.age), size(household.size))
    if (ofIncome !== undefined) groups.push(income(ofIncome))
    groups.push(household.situation, origin(from))
    return groups
  }
}

/** The family a group belongs to; undefined for a name that no family has. */
export function familyOf(group: GroupId): GroupFamily | undefined {
  return families().find(([, family]) => isIn(group, family))?.[0]
}

/** What follows the prefix: `local-renewal` of `urgent:local-renewal`; undefined for a named group. */
export function memberOf(group: GroupId): string | undefined {
  const at = group.indexOf(':')
  return at < 0 ? undefined : group.slice(at + 1)
}

type Bands = Readonly<Record<string, readonly [first: number, last: number]>>

// Bands stand in order, and begin where the one before ends.
function bandsOf(prefix: string, bands: Bands): (value: number) => GroupId {
  const groups = Object.entries(bands).map(([id, [, last]]) => ({ last, group: prefix + id }))
  const unknown = `${prefix}unknown`
  return (value) => {
    for (const { last, group } of groups) if (value <= last) return group
    return unknown
  }
}

function bandOfIncome(
  { incomeCents }: Household,
  limits: Pick<HouseholdLimits, 'fitIncomeCents' | 'targetIncomeCents'> | undefined,
): IncomeBand | undefined {
  if (!limits) return undefined
  if (incomeCents <= limits.fitIncomeCents) return 'low'
  return incomeCents <= limits.targetIncomeCents ? 'target-group' : 'above'
}

function isIn(group: GroupId, { named = [], prefix }: Family): boolean {
  if (named.includes(group)) return true
  return prefix !== undefined && group.startsWith(prefix) && group.length > prefix.length
}

function families(): readonly (readonly [GroupFamily, Family])[] {
  // @NOTE the table is closed, so its keys are the families.
  return Object.entries(groupFamilies) as readonly (readonly [GroupFamily, Family])[]
}

// The same string for the same group, so that counting a hundred thousand records hashes each name once.
function namedBy(prefix: string): (member: string) => GroupId {
  return keptByName((member) => `${prefix}${member}`)
}
