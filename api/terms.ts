/**
 * Words of the interface that stand for words of ours (waardelijsten): Dutch outside, English inside. A value
 * that is missing in a list does not compile.
 */
import { z } from 'zod'
import { type CalendarDate, formatDate, parseDate } from '../core/basics/calendar-date.ts'

/** A closed list, read and written in Dutch. */
export function termList<const Table extends Readonly<Record<string, string>>>(table: Table) {
  type English = keyof Table & string
  type Dutch = Table[English]
  // @NOTE the entries of the table, and nothing else.
  const pairs = Object.entries(table) as [English, Dutch][]
  const shape = z.enum(pairs.map(([, dutch]) => dutch))
  return {
    shape,
    dutch: (english: English): Dutch => table[english],
    /** The Dutch of a word that is kept as a text; undefined for one the list does not hold. */
    dutchOf: (word: string): Dutch | undefined => pairs.find(([english]) => english === word)?.[1],
    input: shape.transform((dutch, context): English => {
      const found = pairs.find(([, each]) => each === dutch)
      if (found) return found[0]
      context.addIssue({ code: 'custom', params: { form: '' } })
      return z.NEVER
    }),
  }
}

export const listingStates = termList({
  draft: 'concept',
  checked: 'gecontroleerd',
  open: 'open',
  drawing: 'in-loting',
  closed: 'gesloten',
  let: 'verhuurd',
  withdrawn: 'ingetrokken',
  'in-vain': 'zonder-resultaat',
})

export const offerStates = termList({
  open: 'open',
  waiting: 'wacht-op-eerdere-kandidaat',
  accepted: 'geaccepteerd',
  refused: 'geweigerd',
  expired: 'verlopen',
  withdrawn: 'ingetrokken',
  skipped: 'overgeslagen',
  let: 'verhuurd',
})

export const responseChannels = termList({
  self: 'zelf',
  helper: 'hulp',
  counter: 'balie',
  standing: 'vaste-reactie',
})

export const provisionalStandings = termList({
  placed: 'op-een-plaats',
  'after-draw': 'na-loting',
  'after-judgement': 'na-oordeel',
  excluded: 'niet-op-de-lijst',
  undecided: 'nog-onbekend',
  counting: 'wordt-berekend',
})

/** A number of ours, in an address or in what is sent. */
export const listingId = z.coerce.number().int().min(1)
/** The same where it is given. */
export const ownNumber = z.int().min(1)

/** A day without a time: `2026-03-31`. */
export const dayShape = z.iso.date()
export const dayInput = dayShape.transform((text, context): CalendarDate => {
  const day = parseDate(text)
  if (day !== undefined) return day
  context.addIssue({ code: 'custom', params: { form: 'date' } })
  return z.NEVER
})
export const day = (on: CalendarDate): string => formatDate(on)
export const dayOrNull = (on: CalendarDate | null | undefined): string | null =>
  on === null || on === undefined ? null : formatDate(on)

/** An instant: read with any offset, given in UTC. */
export const momentShape = z.iso.datetime()
export const momentInput = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
export const moment = (at: Date): string => at.toISOString()
export const momentOrNull = (at: Date | null | undefined): string | null =>
  at === null || at === undefined ? null : at.toISOString()

/** A word of the catalogue, with what people call it. */
export const termShape = z.object({ code: z.string(), naam: z.string() }).meta({ id: 'Begrip' })

/** SHA-256, in hexadecimal. */
export const hashShape = z.string().regex(/^[0-9a-f]{64}$/)

/** What a helper may do. */
export const mandateScopes = termList({
  read: 'lezen',
  respond: 'reageren',
  renew: 'verlengen',
  change: 'wijzigen',
  papers: 'stukken',
  complain: 'klagen',
})

/** How somebody can disagree with a decision. */
export const remedies = termList({ complaint: 'klacht', objection: 'bezwaar' })
