import { describe, expect, test } from 'vitest'
import {
  type CountedSeeker,
  familyOf,
  type GroupFamily,
  groupFamilies,
  groupsBy,
  memberOf,
} from './groups.ts'

const household = {
  size: 1,
  incomeCents: 20_000_00,
  age: 30,
  situation: 'starter',
  from: 'heerlen',
} as const
const seeker: CountedSeeker = {
  ground: 'none',
  targetGroup: 'none',
  household,
  yearsRegistered: 3,
}
const limits = () => ({ fitIncomeCents: 29_400_00, targetIncomeCents: 51_537_00 })

test('a regular seeker', () => {
  expect(groupsBy({ limits })(seeker)).toEqual([
    'all',
    'regular',
    'registered:2-4',
    'age:28-44',
    'size:1',
    'income:low',
    'starter',
    'from:heerlen',
  ])
})

test.each<[string, Partial<CountedSeeker>, string, string]>([
  ['urgent', { ground: '12-3-b' }, 'urgent', 'regular'],
  ['urgent by ground', { ground: '12-3-b' }, 'urgent:12-3-b', 'urgent:12-3-a'],
  ['in a target group', { targetGroup: 'permit-holder' }, 'target:permit-holder', 'regular'],
  ['tailored', { channel: 'tailored' }, 'all', 'regular'],
  ['from the municipality of the home', { municipality: 'heerlen' }, 'local', 'not-local'],
  ['from elsewhere', { municipality: 'kerkrade' }, 'not-local', 'local'],
  [
    'on the list for less than two years',
    { yearsRegistered: 1 },
    'registered:0-1',
    'registered:2-4',
  ],
  ['for five years', { yearsRegistered: 5 }, 'registered:5-9', 'registered:2-4'],
  ['for ten', { yearsRegistered: 10 }, 'registered:10-plus', 'registered:5-9'],
  ['aged 17', { household: { ...household, age: 17 } }, 'age:0-17', 'age:18-27'],
  ['aged 18', { household: { ...household, age: 18 } }, 'age:18-27', 'age:0-17'],
  ['aged 27', { household: { ...household, age: 27 } }, 'age:18-27', 'age:28-44'],
  ['aged 66', { household: { ...household, age: 66 } }, 'age:55-66', 'age:67-plus'],
  ['aged 67', { household: { ...household, age: 67 } }, 'age:67-plus', 'age:55-66'],
  ['two persons', { household: { ...household, size: 2 } }, 'size:2', 'size:3-4'],
  ['three persons', { household: { ...household, size: 3 } }, 'size:3-4', 'size:2'],
  ['five persons', { household: { ...household, size: 5 } }, 'size:5-plus', 'size:3-4'],
  [
    'just within the low limit',
    { household: { ...household, incomeCents: 29_400_00 } },
    'income:low',
    'income:target-group',
  ],
  [
    'just above it',
    { household: { ...household, incomeCents: 29_400_01 } },
    'income:target-group',
    'income:low',
  ],
  [
    'above the target group',
    { household: { ...household, incomeCents: 51_537_01 } },
    'income:above',
    'income:target-group',
  ],
])('%s', (_, change, inside, outside) => {
  const groups = groupsBy({ limits })({ ...seeker, ...change })
  expect(groups).toContain(inside)
  expect(groups).not.toContain(outside)
})

test('regular by another definition, when it is asked', () => {
  const student = { ...seeker, targetGroup: 'student' }
  expect(groupsBy()(student)).not.toContain('regular')
  expect(groupsBy({ regularBy: 'd1' })(student)).toContain('regular')
})

test('without limits nobody has an income group, and who searches is not local to a home', () => {
  const families = groupsBy()(seeker).map(familyOf)
  expect(families).not.toContain('income')
  expect(families).not.toContain('locality')
})

describe('families', () => {
  test('in a family that divides everybody is in exactly one group', () => {
    const groups = groupsBy({ limits })({ ...seeker, municipality: 'kerkrade' }).map(familyOf)
    for (const [family, { divides }] of Object.entries(groupFamilies)) {
      const count = groups.filter((each) => each === family).length
      if (divides) expect([family, count]).toEqual([family, 1])
    }
  })
  test.each<[string, GroupFamily | undefined, string | undefined]>([
    ['all', 'all', undefined],
    ['urgent', 'urgency', undefined],
    ['urgent:12-3-b', 'urgency', '12-3-b'],
    ['not-local', 'locality', undefined],
    ['from:elsewhere', 'origin', 'elsewhere'],
    ['from:', undefined, ''],
    ['everyone', undefined, undefined],
  ])('%s', (group, family, member) => {
    expect(familyOf(group)).toBe(family)
    expect(memberOf(group)).toBe(member)
  })
})
