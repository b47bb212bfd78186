/**
 * Who may do what, cell by cell. What is expected stands in a second file, written by hand from the trust
 * model (D5): a right that is added in one place only fails here.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Action, accessTable, mandateScopes, type Right, roles } from './access-table.ts'
import { type About, type Actor, mayDo } from './operation.ts'

const file = join(import.meta.dirname, '../tests/access-expected.csv')
const rows: readonly Record<string, string>[] = parse(readFileSync(file), { columns: true })

const actor: Actor = {
  ...{ human: 'me', person: 'mine', roles: [] },
  mandates: [{ person: 'helped', may: mandateScopes }],
}

/** What an action may be about, and the least right that is needed for it. */
const matters: readonly (readonly [string, About])[] = [
  ['their own file', { person: 'mine' }],
  ['themselves, before there is a file', { human: 'me' }],
  ['the file of who gave them a mandate', { person: 'helped' }],
  ["somebody else's file", { person: 'other' }],
  ['another human', { human: 'other' }],
  ['what their organisation has', { organisation: 'ours' }],
  ['what another organisation has', { organisation: 'theirs' }],
  ['a case they were called into', { person: 'other', organisation: 'theirs', called: ['me'] }],
  ['a case that others were called into', { person: 'other', called: ['other'] }],
  ['nothing in particular', {}],
]

const actions = Object.keys(accessTable).filter((each): each is Action => each in accessTable)

test('both tables name the same actions and roles', () => {
  expect(rows.map(({ action }) => action).toSorted()).toEqual(actions.toSorted())
  for (const { action, ...cells } of rows) expect(Object.keys(cells), action).toEqual([...roles])
})

describe.each(actions)('%s', (action) => {
  const row = rows.find((each) => each.action === action) ?? {}

  test.each(roles)('by a %s', (role) => {
    const rights: readonly Right[] = accessTable[action]
    const found = rights.filter((right) => right.role === role)
    expect(found.map(({ reach }) => reach).join() || '-').toBe(row[role])
  })

  test.each(roles)('by a %s, matter by matter', (role) => {
    const granted = { ...actor, roles: [{ role, organisation: 'ours' }] }
    const reach = row[role]
    for (const [name, about] of matters) {
      const byOwnFile = row.seeker === 'own' && (about.person === 'mine' || about.human === 'me')
      const byMandate = row.helper === 'own' && about.person === 'helped'
      const byRole =
        reach === 'all' ||
        (reach === 'organisation' && about.organisation === 'ours') ||
        (reach === 'case' && about.called?.includes('me') === true)
      expect(mayDo(granted, action, about), name).toBe(byOwnFile || byMandate || byRole)
    }
  })
})

/** What a helper may do under which part of a mandate, by hand: see `mandateScopes` and the trust model, D5. */
const underMandate: Readonly<Partial<Record<Action, (typeof mandateScopes)[number]>>> = {
  register: 'renew',
  renew: 'renew',
  pause: 'renew',
  'change-file': 'change',
  'read-file': 'read',
  'read-own-log': 'read',
  respond: 'respond',
  'withdraw-response': 'respond',
  'withdraw-mandate': 'read',
  'give-document': 'papers',
  'erase-document': 'papers',
  'read-document': 'papers',
  complain: 'complain',
  'withdraw-complaint': 'complain',
  'read-complaint': 'read',
}

describe.each(mandateScopes)('a helper whose mandate says only %s', (scope) => {
  const helper: Actor = { human: 'me', roles: [], mandates: [{ person: 'helped', may: [scope] }] }

  test.each(actions)('%s', (action) => {
    expect(mayDo(helper, action, { person: 'helped' })).toBe(underMandate[action] === scope)
  })
})

test('no mandate, however wide, lets anybody answer an offer, leave, or erase', () => {
  for (const action of ['answer-offer', 'deregister', 'erase-file', 'give-mandate'] as const) {
    expect(mayDo(actor, action, { person: 'helped' }), action).toBe(false)
  }
})
