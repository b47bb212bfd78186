/**
 * Roles are given by two people (rollen geven): one asks, a second who is another human agrees, and neither
 * gives one to themselves. A role is for a year at most. Ending one takes one person, for that must not wait.
 */
import { addDays, addMonths, type CalendarDate } from '../core/basics/calendar-date.ts'
import {
  addRoleRequest,
  answerRoleRequest,
  type HeldRole,
  holdsRole,
  humanNamed,
  humansBy,
  isSameHuman,
  openRoleRequests,
  type RoleRequest,
  roleRequestOf,
  rolesFrom,
  setRole,
  endRole as takeRole,
} from '../store/roles.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { type Role, roles } from './access-table.ts'
import { type Actor, carryOut, type Operation, refuse, type Setting } from './operation.ts'

export type { HeldRole, RoleRequest }

/** Roles that are given; a seeker is one by registering, and a helper by whom they help. */
export const grantedRoles: readonly Role[] = roles.filter(
  (each) => each !== 'seeker' && each !== 'helper',
)

/** Roles at an organisation: of the others there is one in the region. */
const rolesAtOrganisation: readonly Role[] = [
  ...(['letting-officer', 'reviewer', 'panel-member', 'permits'] as const),
  ...(['municipal-policy', 'landlord-policy'] as const),
]

export type RoleAsked = {
  readonly human: string
  readonly role: Role
  readonly organisation: string
  readonly until: CalendarDate
  readonly reason: string
}

const reasonMost = 500
const organisationName = /^[a-z0-9-]{1,60}$/

/** The first of two. */
export const askRole: Operation<RoleAsked, { readonly request: string; readonly event: number }> = {
  action: 'grant-role',
  about: async () => ({}),
  async perform(doing, { human, role, organisation, until, ...said }) {
    const { transaction, region, at, today, actor, setting } = doing
    if (!actor) return refuse('not-found')
    if (!(await humanNamed(transaction, region, human))) return refuse('human-unknown')
    if (!grantedRoles.includes(role)) return refuse('role-not-granted')
    const isAtOne = rolesAtOrganisation.includes(role)
    if (isAtOne && !organisationName.test(organisation)) return refuse('organisation-missing')
    if (!isAtOne && organisation !== '') return refuse('organisation-not-asked')
    if (until <= today || until > lastDay(today)) {
      return refuse('until-out-of-range', { from: addDays(today, 1), until: lastDay(today) })
    }
    const reason = said.reason.trim()
    if (reason === '') return refuse('reason-missing')
    if (reason.length > reasonMost) return refuse('text-too-long', { most: reasonMost })
    if (await isSameHuman(transaction, region, actor.human, human)) return refuse('own-role')
    const waiting = await openRoleRequests(transaction, region)
    const same = (each: RoleRequest) =>
      each.human === human && each.role === role && each.organisation === organisation
    if (waiting.some(same)) return refuse('already-asked')
    const request = setting.newId()
    const event = await doing.write({
      kind: 'role-asked',
      open: { request, role, organisation, until },
      personal: { human },
    })
    await addRoleRequest(transaction, region, {
      ...{ id: request, human, role, organisation, from: today, until, reason, event },
      ...{ askedBy: actor.human, askedAt: at },
    })
    return { request, event }
  },
}

/** A year from today. */
export function lastDay(today: CalendarDate): CalendarDate {
  return addMonths(today, 12)
}

/** The second: yes or no. */
export const answerRole: Operation<
  { readonly request: string; readonly isGranted: boolean },
  { readonly event: number }
> = {
  action: 'grant-role',
  about: async () => ({}),
  async perform(doing, { request: id, isGranted }) {
    const { transaction, region, at, today, actor } = doing
    const request = await roleRequestOf(transaction, region, id)
    if (!request || !actor) return refuse('not-found')
    const { human, role, organisation, until } = request
    if (await isSameHuman(transaction, region, actor.human, request.askedBy)) {
      return refuse('asked-it-yourself')
    }
    if (await isSameHuman(transaction, region, actor.human, human)) return refuse('own-role')
    if (isGranted && until <= today) return refuse('request-lapsed')
    const event = await doing.write({
      kind: isGranted ? 'role-granted' : 'role-refused',
      open: { request: id, role, organisation, until },
      personal: { human },
    })
    if (isGranted) {
      await setRole(transaction, region, { human, role, organisation, from: today, until })
    }
    await answerRoleRequest(transaction, region, id, { by: actor.human, at, isGranted })
    return { event }
  },
}

export type RoleEnded = {
  readonly human: string
  readonly role: string
  readonly organisation: string
}

/** From now on somebody has a role no longer, and has to log in anew. */
export const endRole: Operation<RoleEnded, { readonly event: number }> = {
  action: 'grant-role',
  about: async () => ({}),
  async perform(doing, held) {
    const { transaction, region, today, actor } = doing
    const isTheirs = await holdsRole(transaction, region, held, today)
    if (!actor || !isTheirs) return refuse('not-found')
    // Nobody can lock a region out by leaving it without an administrator.
    if (held.role === 'functional-admin') {
      const admins = await rolesFrom(transaction, region, today)
      const others = admins.filter(
        ({ role, human, from }) =>
          role === 'functional-admin' && human !== held.human && from <= today,
      )
      if (others.length < 2) return refuse('too-few-admins')
    }
    const { human, role, organisation } = held
    const event = await doing.write({
      kind: 'role-ended',
      open: { role, organisation },
      personal: { human },
    })
    await takeRole(transaction, region, held, today)
    // Whoever was let go is not left sitting at a screen of before.
    await endSessionsOf(transaction, region, human)
    return { event }
  },
}

export type RolesSeen = {
  readonly held: readonly HeldRole[]
  readonly waiting: readonly RoleRequest[]
  /** Who was looked for. */
  readonly humans: readonly { readonly id: string; readonly name: string; readonly email: string }[]
}

const humansMost = 20
const searchLeast = 2

export const seeRoles: Operation<{ readonly search?: string }, RolesSeen> = {
  action: 'see-roles',
  about: async () => ({}),
  async perform(doing, { search = '' }) {
    const { transaction, region, today } = doing
    const part = search.trim()
    return {
      held: await rolesFrom(transaction, region, today),
      waiting: await openRoleRequests(transaction, region),
      humans:
        part.length < searchLeast ? [] : await humansBy(transaction, region, part, humansMost),
    }
  },
}

/** Who has what; undefined for who may not see it. */
export async function viewRoles(setting: Setting, actor: Actor, search?: string) {
  const found = await carryOut(setting, actor, seeRoles, search === undefined ? {} : { search })
  return 'held' in found ? found : undefined
}
