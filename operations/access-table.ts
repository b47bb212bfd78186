/**
 * Who may do what (toegang): one table of actions and roles. What does not stand here is not allowed.
 * Source: the mission's trust model, part D5.
 */

/** Roles (rollen); the names people know stand in `words/roles.ts`. */
export const roles = [
  'seeker',
  'helper',
  'letting-officer',
  'reviewer',
  'panel-member',
  'urgency-committee',
  'permits',
  'municipal-policy',
  'landlord-policy',
  'tenants-organisation',
  'regional-monitor',
  'complaints-committee',
  'auditor',
  'functional-admin',
  'technical-admin',
] as const
export type Role = (typeof roles)[number]

/**
 * How far a right reaches: everything, what is one's own, what one's organisation has, or a case one is
 * called into.
 */
export type Reach = 'all' | 'own' | 'organisation' | 'case'

export type Right = { readonly role: Role; readonly reach: Reach }

const own = (role: Role): Right => ({ role, reach: 'own' })
const ofOrganisation = (role: Role): Right => ({ role, reach: 'organisation' })
const all = (role: Role): Right => ({ role, reach: 'all' })

export const accessTable = {
  /** Anybody who logged in can become a seeker: these rows are about their own file. */
  register: [own('seeker'), own('helper'), ofOrganisation('letting-officer')],
  renew: [own('seeker'), own('helper'), ofOrganisation('letting-officer')],
  pause: [own('seeker'), own('helper'), ofOrganisation('letting-officer')],
  /** Only in person: time that is given up does not come back. */
  deregister: [own('seeker')],
  'change-file': [own('seeker'), own('helper')],
  'read-file': [own('seeker'), own('helper'), all('auditor')],
  /** Who looked at a file, and its export. */
  'read-own-log': [own('seeker'), own('helper')],
  respond: [own('seeker'), own('helper'), ofOrganisation('letting-officer')],
  'withdraw-response': [own('seeker'), own('helper'), ofOrganisation('letting-officer')],
  'answer-offer': [own('seeker')],
  'report-vacancy': [ofOrganisation('letting-officer')],
  'make-listing': [ofOrganisation('letting-officer')],
  'see-candidates': [ofOrganisation('letting-officer'), ofOrganisation('reviewer'), all('auditor')],
  'make-offer': [ofOrganisation('letting-officer')],
  'skip-candidate': [ofOrganisation('letting-officer')],
  'check-documents': [ofOrganisation('letting-officer')],
  'let-home': [ofOrganisation('letting-officer')],
  'review-listing': [ofOrganisation('reviewer')],
  'propose-correction': [ofOrganisation('letting-officer')],
  'review-correction': [ofOrganisation('reviewer')],
  'serve-at-counter': [ofOrganisation('letting-officer')],
  'read-log': [all('auditor')],
  'replay-decision': [all('auditor')],
  'export-log': [all('auditor')],
  'erase-file': [own('seeker')],
} as const satisfies Readonly<Record<string, readonly Right[]>>

export type Action = keyof typeof accessTable
