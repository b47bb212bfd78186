/**
 * Somebody changes their own file (gegevens en woonwensen wijzigen). What counts for a home is what the file
 * says on the day its listing closes; earlier lists stay as they were.
 */
import { addDays, type CalendarDate } from '../core/basics/calendar-date.ts'
import type { Facts } from '../core/basics/facts.ts'
import type { Spell } from '../core/seekers/history.ts'
import { changeContact, contactOf } from '../store/contacts.ts'
import { addMessage } from '../store/messages.ts'
import { changePerson, type PersonFile, personFile } from '../store/people.ts'
import type { Wishes } from '../store/tables.ts'
import { showAddress } from './confirm-address.ts'
import {
  areInOrder,
  type EarlierHome,
  earlierHomes,
  earlierSpells,
  homeNow,
} from './earlier-homes.ts'
import { type Operation, refuse } from './operation.ts'
import { tellOldWays } from './tell-old-ways.ts'

export type FileChange = {
  readonly person: string
  readonly householdSize?: number
  readonly children?: number
  readonly incomeCents?: number
  readonly housingSituation?: string
  readonly professionGroup?: string
  /** Whether they may live here (verblijf): a decision that came, or a permit that ended. */
  readonly residenceStatus?: string
  /** Where they lived before they came where the file says they live, the latest first: instead of what it said. */
  readonly livedBefore?: readonly EarlierHome[]
  /** A move: where they live now, and since when. */
  readonly moved?: { readonly municipality: string; readonly since: CalendarDate }
  readonly email?: string
  readonly wishes?: Wishes
}

export const changeFile: Operation<FileChange, { readonly event: number }> = {
  action: 'change-file',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, email, wishes, moved, livedBefore, ...given }) {
    const { transaction, region, today, at, setting } = doing
    const file = await personFile(transaction, region, person, 'lock')
    if (!file) return refuse('not-found')
    if (moved && moved.since > today) return refuse('moved-later', { since: moved.since })
    const changed = changedFacts(file, given)
    const now = homeNow(file.spells)
    if (livedBefore && !(now && areInOrder(livedBefore, now.from))) {
      return refuse('homes-out-of-order')
    }
    const told = livedBefore && now && toldAnew(file.spells, livedBefore, now)
    const spells = moved ? movedTo(told ?? file.spells, moved, told !== undefined) : told
    if (spells === 'before-last-move') return refuse('moved-before')
    const isSame =
      Object.keys(changed).length === 0 &&
      spells === undefined &&
      wishes === undefined &&
      (email === undefined || email === (file.email ?? ''))
    if (isSame) return refuse('nothing-changed')
    const event = await doing.write({
      kind: wishes === undefined ? 'file-changed' : 'wishes-changed',
      open: {},
      personal: {
        person,
        changed: {
          ...changed,
          ...(moved && { moved }),
          ...(told && livedBefore && { livedBefore: livedBefore.map((each) => ({ ...each })) }),
          ...(wishes && { wishes: { ...wishes } }),
        },
      },
      person,
    })
    const isNewMail = email !== undefined && email !== (file.email ?? '')
    if (isNewMail) {
      const contact = await contactOf(transaction, region, person)
      await tellOldWays(doing, { person, email: file.email, contact, changed: ['email'] })
    }
    await changePerson(transaction, region, person, {
      ...(Object.keys(changed).length > 0 && { facts: { ...file.facts, ...changed } }),
      ...(spells && { spells }),
      ...(wishes && { wishes }),
      ...(email !== undefined && { email: email === '' ? null : email }),
    })
    if (isNewMail) {
      if (email === '') await changeContact(transaction, region, person, { unverified: true })
      else await showAddress(doing, person, { email, human: file.human })
    }
    if (wishes === undefined) {
      await addMessage(transaction, region, {
        ...{ id: setting.newId(), person, code: 'file-changed', facts: {}, at },
      })
    }
    return { event }
  },
}

const factNames = {
  householdSize: 'household-size',
  children: 'children',
  incomeCents: 'household-income',
  housingSituation: 'housing-situation',
  professionGroup: 'profession-group',
  residenceStatus: 'residence-status',
} as const satisfies Partial<Record<keyof FileChange, string>>

function changedFacts(
  { facts }: PersonFile,
  given: Readonly<Partial<Record<keyof typeof factNames, number | string>>>,
): { readonly [name: string]: number | string } {
  const changed: { [name: string]: number | string } = {}
  for (const [key, value] of Object.entries(given)) {
    // @NOTE the keys of what is given are those of the table.
    const name = factNames[key as keyof typeof factNames]
    if (value !== undefined && facts[name] !== value) changed[name] = value
  }
  return changed
}

// Undefined when it says what the file says already.
function toldAnew(
  spells: readonly Spell[],
  livedBefore: readonly EarlierHome[],
  now: Spell,
): readonly Spell[] | undefined {
  const before = earlierHomes(spells)
  const isSame =
    before.length === livedBefore.length &&
    before.every(
      ({ municipality, since }, at) =>
        livedBefore[at]?.municipality === municipality && livedBefore[at]?.since === since,
    )
  if (isSame) return undefined
  const others = spells.filter(({ spell }) => spell !== 'resident')
  return [...others, ...earlierSpells(livedBefore, now.from), now]
}

// The years lived elsewhere stay: rules count them.
function movedTo(
  spells: readonly Spell[],
  { municipality, since }: { readonly municipality: string; readonly since: CalendarDate },
  isToldAnew: boolean,
): readonly Spell[] | undefined | 'before-last-move' {
  const last = homeNow(spells)
  if (last?.attributes.municipality === municipality && last.from === since) {
    return isToldAnew ? spells : undefined
  }
  if (last && last.from > since) return 'before-last-move'
  const attributes: Facts = { municipality }
  return [
    ...spells.flatMap((each) => {
      if (each !== last) return [each]
      return each.from === since ? [] : [{ ...each, to: addDays(since, -1) }]
    }),
    { spell: 'resident', from: since, attributes },
  ]
}
