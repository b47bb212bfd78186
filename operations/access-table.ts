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

/**
 * What a mandate can allow a helper (reikwijdte van een machtiging). Answering an offer, deregistering and erasing
 * are not among them: no helper does that for somebody else.
 */
export const mandateScopes = ['read', 'respond', 'renew', 'change', 'papers', 'complain'] as const
export type MandateScope = (typeof mandateScopes)[number]

export type Right = {
  readonly role: Role
  readonly reach: Reach
  /** What the mandate of a helper must allow. */
  readonly under?: MandateScope
}

/** A helper, for whoever gave them a mandate that allows it. */
const helped = (under: MandateScope): Right => ({ role: 'helper', reach: 'own', under })
const own = (role: Role): Right => ({ role, reach: 'own' })
const ofOrganisation = (role: Role): Right => ({ role, reach: 'organisation' })
const all = (role: Role): Right => ({ role, reach: 'all' })
const inCase = (role: Role): Right => ({ role, reach: 'case' })

export const accessTable = {
  /** Anybody who logged in can become a seeker: these rows are about their own file. */
  register: [own('seeker'), helped('renew'), ofOrganisation('letting-officer')],
  renew: [own('seeker'), helped('renew'), ofOrganisation('letting-officer')],
  pause: [own('seeker'), helped('renew'), ofOrganisation('letting-officer')],
  /** In person, or at the counter for who has no account, on paper: time that is given up does not come back. */
  deregister: [own('seeker'), ofOrganisation('letting-officer')],
  /** Each for themselves: both have to agree, and neither speaks for the other. */
  'merge-registrations': [own('seeker')],
  'change-file': [own('seeker'), helped('change'), ofOrganisation('letting-officer')],
  'read-file': [own('seeker'), helped('read'), all('auditor')],
  /** Who looked at a file, and its export. */
  'read-own-log': [own('seeker'), helped('read')],
  respond: [own('seeker'), helped('respond'), ofOrganisation('letting-officer')],
  'withdraw-response': [own('seeker'), helped('respond'), ofOrganisation('letting-officer')],
  /** At the counter only for who has no account, and on paper that they signed. */
  'answer-offer': [own('seeker'), ofOrganisation('letting-officer')],
  'give-document': [own('seeker'), helped('papers')],
  'erase-document': [own('seeker'), helped('papers')],
  'read-document': [own('seeker'), helped('papers'), ofOrganisation('letting-officer')],
  /** At the counter only for who has no account; to give one, on paper that they signed. */
  'give-mandate': [own('seeker'), ofOrganisation('letting-officer')],
  /** Whoever comes with the code: it was meant for them. */
  'accept-mandate': [own('seeker')],
  'withdraw-mandate': [own('seeker'), helped('read'), ofOrganisation('letting-officer')],
  /** What a landlord owns is for who lets it; a home that is being let keeps what the stock said. */
  'keep-stock': [ofOrganisation('letting-officer')],
  /** What became of the homes of a landlord, or in a municipality, as a table; no seeker is in it. */
  'export-results': [
    ...[ofOrganisation('letting-officer'), ofOrganisation('reviewer')],
    ofOrganisation('municipal-policy'),
  ],
  'report-vacancy': [ofOrganisation('letting-officer')],
  'make-listing': [ofOrganisation('letting-officer')],
  'see-candidates': [ofOrganisation('letting-officer'), ofOrganisation('reviewer'), all('auditor')],
  'make-offer': [ofOrganisation('letting-officer')],
  'skip-candidate': [ofOrganisation('letting-officer')],
  'check-documents': [ofOrganisation('letting-officer')],
  'let-home': [ofOrganisation('letting-officer')],
  'review-listing': [ofOrganisation('reviewer')],
  'propose-correction': [ofOrganisation('letting-officer')],
  /** A name or a date of birth, at the counter and on a paper that was seen. */
  'correct-identity': [ofOrganisation('letting-officer')],
  'review-correction': [ofOrganisation('reviewer')],
  /** About rules that their organisation may make. */
  'propose-rules': [ofOrganisation('municipal-policy'), ofOrganisation('landlord-policy')],
  'advise-on-rules': [
    ofOrganisation('landlord-policy'),
    ofOrganisation('tenants-organisation'),
    ofOrganisation('regional-monitor'),
  ],
  'adopt-rules': [ofOrganisation('municipal-policy')],
  'release-rules': [all('functional-admin')],
  'confirm-release': [ofOrganisation('municipal-policy')],
  /** What waits, for who has a part in it. */
  'see-rules-on-their-way': [
    ...[all('municipal-policy'), all('landlord-policy'), all('tenants-organisation')],
    ...[all('regional-monitor'), all('auditor'), all('functional-admin')],
  ],
  /** To grant one, to agree as a second, and to end one. */
  'grant-role': [all('functional-admin')],
  /** To log somebody out everywhere. */
  'end-sessions': [all('functional-admin')],
  'see-roles': [all('auditor'), all('functional-admin')],
  'see-jobs': [all('technical-admin')],
  'retry-job': [all('technical-admin')],
  /** Which keys there are; and to ask and agree that the log gets another, by two humans. */
  'see-keys': [all('auditor'), all('technical-admin')],
  'change-log-key': [all('technical-admin')],
  /** Everything of the region as a file: to ask, to agree as a second and to have it; to see it, and to stop it. */
  'export-region': [all('technical-admin')],
  'see-exports': [all('auditor'), all('technical-admin')],
  'stop-export': [all('auditor'), all('technical-admin')],
  'see-retention': [all('auditor'), all('functional-admin'), all('technical-admin')],
  'serve-at-counter': [ofOrganisation('letting-officer')],
  /** Letters and calls to people whom mail does not reach. */
  'do-errand': [ofOrganisation('letting-officer')],
  /** Whether registration time lapses; never by who wrote the letters. */
  'decide-lapse': [ofOrganisation('reviewer')],
  'read-log': [all('auditor')],
  'replay-decision': [all('auditor')],
  'export-log': [all('auditor')],
  /** At the counter only for who has no account, and on paper that they signed. */
  'erase-file': [own('seeker'), ofOrganisation('letting-officer')],
  /** Opening a file without a right to it, in an emergency; and judging afterwards whether it was one. */
  'break-glass': [all('reviewer'), all('urgency-committee'), all('complaints-committee')],
  'review-break-glass': [all('auditor')],
  'read-access-log': [all('auditor'), all('functional-admin')],
  /** Counts, for who has no more to do with it; the lists behind them only for the auditor. */
  'read-deviations': [all('tenants-organisation'), all('regional-monitor'), all('auditor')],
  'list-deviations': [all('auditor')],
  'register-witness': [ofOrganisation('tenants-organisation')],
  /** At the counter only for who has no account, and on paper that they signed. */
  complain: [own('seeker'), helped('complain'), ofOrganisation('letting-officer')],
  'withdraw-complaint': [...[own('seeker'), helped('complain')], ofOrganisation('letting-officer')],
  /** That there are cases, and what is waited for; not who they are of. */
  'list-complaints': [
    ofOrganisation('letting-officer'),
    ofOrganisation('reviewer'),
    ofOrganisation('complaints-committee'),
    all('auditor'),
  ],
  'read-complaint': [
    own('seeker'),
    helped('read'),
    ofOrganisation('letting-officer'),
    ofOrganisation('reviewer'),
    inCase('complaints-committee'),
    all('auditor'),
  ],
  'take-complaint': [ofOrganisation('complaints-committee')],
  'ask-reaction': [inCase('complaints-committee')],
  'react-to-complaint': [ofOrganisation('letting-officer'), ofOrganisation('reviewer')],
  /** What a landlord does with a judgement about it. */
  'answer-judgement': [ofOrganisation('letting-officer'), ofOrganisation('reviewer')],
  'judge-complaint': [inCase('complaints-committee')],
  'confirm-judgement': [inCase('complaints-committee')],
} as const satisfies Readonly<Record<string, readonly Right[]>>

export type Action = keyof typeof accessTable
