/**
 * Somebody lets another act for them (machtigen): what they may and until when is fixed by the person, who hands a
 * code on; whoever comes with the code becomes the helper, under their own login. Nobody shares a password.
 */
import { addMonths } from '../core/basics/calendar-date.ts'
import { sha256 } from '../core/basics/sha256.ts'
import { addInvite, invitesBy, mandatesBy } from '../store/mandates.ts'
import { keepsFile } from '../store/people.ts'
import { type MandateScope, mandateScopes } from './access-table.ts'
import { dayInMilliseconds } from './dutch-time.ts'
import { type Operation, refuse } from './operation.ts'

/** For how many months a mandate can be given. */
export const mandateMonths = [3, 6, 12, 24] as const

/** In so many days an invitation is taken up, or it lapses. */
export const inviteDays = 14

/** More helpers at once than anybody needs; it keeps a stolen session from inviting the world. */
const helpersMost = 10

const nameMost = 100

export type NewMandate = {
  readonly person: string
  /** What the person calls their helper. */
  readonly name: string
  readonly may: readonly MandateScope[]
  readonly months: number
  /** What the helper has to come with; only its hash is kept. */
  readonly code: string
}

export const giveMandate: Operation<
  NewMandate,
  { readonly event: number; readonly invite: string }
> = {
  action: 'give-mandate',
  about: async (_, { person }) => ({ person }),
  async perform(doing, { person, name, may, months, code }) {
    const { transaction, region, at, today, setting } = doing
    if (!(await keepsFile(transaction, region, person))) return refuse('not-found')
    if (name.trim() === '' || name.length > nameMost) return refuse('name-missing')
    if (!mandateMonths.some((each) => each === months)) return refuse('term-missing')
    // Reading belongs to it: nobody acts in a file without seeing it.
    const scopes = mandateScopes.filter((scope) => scope === 'read' || may.includes(scope))
    const running = await mandatesBy(transaction, region, person, today)
    const invited = await invitesBy(transaction, region, person, invitedSince(at))
    if (running.length + invited.length >= helpersMost) {
      return refuse('too-many-helpers', { most: helpersMost })
    }
    const id = setting.newId()
    const until = addMonths(today, months)
    const event = await doing.write({
      kind: 'mandate-given',
      open: { may: scopes, until },
      personal: { person, invite: id, name: name.trim() },
      person,
    })
    const invite = { id, person, name: name.trim(), may: scopes, until, madeAt: at }
    await addInvite(transaction, region, { ...invite, code: plainCode(code) })
    return { event, invite: id }
  },
}

/** Invitations from before this moment have lapsed. */
export function invitedSince(at: Date): Date {
  return new Date(at.getTime() - inviteDays * dayInMilliseconds)
}

/**
 * The code of an invitation, from a secret that nobody can guess: the same secret gives the same code, so that who
 * asks twice gets one.
 */
export function mandateCode(secret: string): string {
  const bytes = sha256(`mandate ${secret}`).subarray(0, codeLength)
  const plain = [...bytes].map((each) => characters[each % characters.length]).join('')
  return (plain.match(/.{4}/g) ?? []).join('-')
}

const codeLength = 12
// Without what is easily misread: no I, L, O and U.
const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code as it is compared: whatever was typed between its characters, and in which case. */
export function plainCode(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, '')
}
