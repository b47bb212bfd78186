/** Records of invented lettings and searches, to change one thing of at a time. */
import { addDays, date } from '../core/basics/calendar-date.ts'
import type { LettingRecord, SearchRecord } from '../core/oversight/record.ts'

export const opened = date('2026-01-01')
const closed = date('2028-12-31')
export const observed = { from: opened, until: closed }

type Change = Omit<Partial<LettingRecord>, 'household'> & {
  readonly household?: Partial<LettingRecord['household']>
}

/** An advertised home, let to a regular seeker who was registered for 1000 days and searched for 400. */
export function letting({ household, ...change }: Change = {}): LettingRecord {
  const on = change.on ?? date('2027-06-01')
  return {
    on,
    leaseStart: on,
    listing: 'woning-1',
    municipality: 'heerlen',
    landlord: 'corporatie-a',
    complex: 'complex-1',
    channel: 'advertised',
    model: 'ranked',
    label: [],
    ground: 'none',
    targetGroup: 'none',
    priorities: [],
    registeredOn: addDays(on, -1000),
    firstResponse: addDays(on, -400),
    household: {
      size: 1,
      incomeCents: 25_000_00,
      age: 30,
      situation: 'starter',
      from: 'heerlen',
      leavesHome: false,
      ...household,
    },
    rentCents: 650_00,
    fit: 'fits',
    inTargetGroup: true,
    responses: 10,
    offers: 1,
    refusals: 0,
    vacantDays: 20,
    groups: ['all'],
    ...change,
  }
}

/** A search that began so many days after the window opened and lasted so many days. */
export function search(
  days: number,
  end: SearchRecord['end'],
  { after = 1, ...change }: Partial<SearchRecord> & { readonly after?: number } = {},
): SearchRecord {
  const from = addDays(opened, after)
  return {
    registeredOn: from,
    from,
    until: addDays(from, days),
    end,
    responses: 1,
    responsesInPeriod: 1,
    groups: ['all'],
    ...change,
  }
}

export function times<Of>(count: number, make: (index: number) => Of): readonly Of[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
