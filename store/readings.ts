/** Who looked at which file, when and on which ground (inzagen), as the log has it. */
import { type RawBuilder, sql } from 'kysely'
import type { InTransaction, Store } from './database.ts'

export type Reading = {
  readonly event: number
  readonly at: Date
  readonly kind: string
  readonly human: string | null
  readonly name: string | null
  readonly person: string
  readonly reason: string | null
  /** Whether something ran then that they could look for: an offer, a case, a correction. */
  readonly hasCase: boolean
}

export type ReadingQuestion = {
  readonly from: Date
  readonly until: Date
  readonly human?: string
  readonly reason?: string
  /** Only those without anything that ran. */
  readonly withoutCase?: boolean
  /** Only those below this event. */
  readonly below?: number
  readonly most: number
}

/** Readings by others than the person, the newest first. */
export async function readingsIn(
  store: Store | InTransaction,
  region: string,
  { from, until, human, reason, withoutCase = false, below, most }: ReadingQuestion,
): Promise<Reading[]> {
  const { rows } = await sql<Reading>`
    select * from (${readings(region, from, until)}) reading
    where (${human ?? null}::uuid is null or human = ${human ?? null}::uuid)
      and (${reason ?? null}::text is null or reason = ${reason ?? null}::text)
      and (not ${withoutCase}::boolean or not "hasCase")
      and (${below ?? null}::bigint is null or event < ${below ?? null}::bigint)
    order by event desc limit ${most}`.execute(store)
  return rows
}

export type ReadingCount = {
  readonly human: string | null
  readonly name: string | null
  readonly readings: number
  readonly files: number
  readonly withoutCase: number
}

/** Counted for each who looked, who looked most without a case first. */
export async function readingCounts(
  store: Store | InTransaction,
  region: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<ReadingCount[]> {
  const { rows } = await sql<ReadingCount>`
    select human, name, count(*) as readings, count(distinct person) as files,
      count(*) filter (where not "hasCase") as "withoutCase"
    from (${readings(region, from, until)}) reading
    group by human, name order by "withoutCase" desc, readings desc, name`.execute(store)
  return rows
}

// What is said on reading is held to what else is known: a ground alone is only a word.
function readings(region: string, from: Date, until: Date): RawBuilder<Reading> {
  return sql<Reading>`
    select event.number as event, event.at, event.kind, event.actor as human, human.name,
      said.person, said.reason,
      case said.reason
        when 'mandate' then true
        when 'counter' then true
        when 'offer' then offered.found
        when 'list' then offered.found
        when 'complaint' then complained.found
        when 'case' then complained.found
        when 'correction' then exists (
          select from correction where correction.region = event.region
            and correction.person = said.person and correction.proposed_at <= event.at)
        when 'break-glass' then exists (
          select from break_glass where break_glass.region = event.region
            and break_glass.person = said.person and break_glass.human = event.actor
            and event.at between break_glass.opened_at and break_glass.until)
        when 'oversight' then complained.found
        else false
      end as "hasCase"
    from event
    join event_value who on who.region = event.region and who.event = event.number
      and who.name = 'person'
    cross join lateral (
      select (who.value #>> '{}')::uuid as person,
        case event.kind when 'counter-opened' then 'counter' when 'document-read' then
          case event.body::jsonb ->> 'via' when 'helper' then 'mandate' else 'offer' end
        else event.body::jsonb ->> 'reason' end as reason,
        event.body::jsonb ->> 'landlord' as landlord
    ) said
    left join human on human.region = event.region and human.id = event.actor
    cross join lateral (
      select exists (
        select from offer join listing on listing.region = offer.region
          and listing.id = offer.listing
        where offer.region = event.region and offer.person = said.person
          and offer.made_at <= event.at
          and (said.landlord is null or listing.landlord = said.landlord)) as found
    ) offered
    cross join lateral (
      select exists (
        select from complaint where complaint.region = event.region
          and complaint.person = said.person and complaint.made_at <= event.at) as found
    ) complained
    where event.region = ${region} and event.at >= ${from} and event.at < ${until}
      and event.kind in ('file-read', 'document-read', 'counter-opened')`
}
