/**
 * What stands out in what people did (afwijkingen). Nothing here proves anything: each count asks somebody to
 * look. Source: the trust model, part D7.
 */
import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate } from '../core/basics/calendar-date.ts'
import type { InTransaction, Store } from './database.ts'

export type DeviationPeriod = {
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** The instants at which the first day begins, and the last has ended. */
  readonly begins: Date
  readonly ends: Date
}

/** One line behind a count. */
export type DeviationRow = {
  readonly listing?: number
  readonly landlord?: string
  /** Somebody who works there, never a seeker. */
  readonly staff?: string
  /** The second human of two. */
  readonly second?: string
  readonly ground?: string
  readonly group?: string
  readonly count?: number
  readonly of?: number
  readonly seconds?: number
  readonly days?: number
}

type Where = { readonly store: Store | InTransaction; readonly region: string }

/** Which of the lines, in pages of so many; behind the last page it is the last. */
export type DeviationPart = { readonly page: number; readonly size: number }

/** A page of the lines, how many there are, and what they count together. */
export type DeviationRows = {
  readonly rows: readonly DeviationRow[]
  readonly length: number
  readonly sum: number
}

async function listed(
  { store }: Where,
  found: RawBuilder<DeviationRow>,
  { page, size }: DeviationPart,
): Promise<DeviationRows> {
  const before = (Math.max(1, page) - 1) * size
  const { rows } = await sql<DeviationRows>`
    with line as materialized (select *, row_number() over () as place from (${found}) found),
      whole as (
        select count(*) as length, coalesce(sum((to_jsonb(line) ->> 'count')::bigint), 0)::bigint as sum
        from line
      ),
      part as (
        select line.* from line, whole
        where place > least(${before}::bigint, (greatest(length, 1) - 1) / ${size}::bigint * ${size}::bigint)
        order by place limit ${size}
      )
    select length, sum, coalesce(
      (select jsonb_agg(jsonb_strip_nulls(to_jsonb(part) - 'place') order by place) from part), '[]'
    ) as rows from whole`.execute(store)
  return rows[0] ?? { rows: [], length: 0, sum: 0 }
}

/** Lists on which one candidate was left. */
export async function singleCandidates(
  where: Where,
  period: DeviationPeriod,
  part: DeviationPart,
): Promise<DeviationRows> {
  const { region } = where
  const found = sql<DeviationRow>`
    select ranking.listing, listing.landlord, ranking.candidates as of
    from ranking join listing on listing.region = ranking.region and listing.id = ranking.listing
    where ranking.region = ${region} and ranking.placed = 1
      and ranking.on_day between ${period.from} and ${period.until}
    order by ranking.listing`
  return listed(where, found, part)
}

/** How many lists there were, to hold that against. */
export async function listsIn({ store, region }: Where, period: DeviationPeriod): Promise<number> {
  const { count } = await store
    .selectFrom('ranking')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('on_day', '>=', period.from)
    .where('on_day', '<=', period.until)
    .executeTakeFirstOrThrow()
  return count
}

/** Corrections, for each who proposed them; with the days that dates of registration moved on average. */
export async function correctionsPerStaff(
  where: Where,
  period: DeviationPeriod,
  part: DeviationPart,
): Promise<DeviationRows> {
  const { region } = where
  const found = sql<DeviationRow>`
    select human.name as staff, correction.landlord, count(*) as count,
      count(*) filter (where correction.agreed) as of,
      round(avg(correction.from_day - correction.to_day))::integer as days
    from correction join human on human.region = correction.region
      and human.id = correction.proposed_by
    where correction.region = ${region}
      and correction.proposed_at >= ${period.begins} and correction.proposed_at < ${period.ends}
    group by human.id, human.name, correction.landlord order by count(*) desc, human.name`
  return listed(where, found, part)
}

/** Who was passed over, for each who did it and each ground. */
export async function skipsPerStaff(
  where: Where,
  period: DeviationPeriod,
  part: DeviationPart,
): Promise<DeviationRows> {
  const { region } = where
  const found = sql<DeviationRow>`
    select human.name as staff, listing.landlord, skip.ground, count(*) as count
    from skip join human on human.region = skip.region and human.id = skip.by_human
    join listing on listing.region = skip.region and listing.id = skip.listing
    where skip.region = ${region} and skip.at >= ${period.begins} and skip.at < ${period.ends}
    group by human.id, human.name, listing.landlord, skip.ground
    order by count(*) desc, human.name, skip.ground`
  return listed(where, found, part)
}

/** Offers made so soon after the close that nobody can have looked at the list. */
export async function quickOffers(
  where: Where,
  period: DeviationPeriod,
  part: DeviationPart,
  secondsLess: number,
): Promise<DeviationRows> {
  const { region } = where
  const found = sql<DeviationRow>`
    select offer.listing, listing.landlord,
      floor(extract(epoch from min(offer.made_at) - listing.closes_at))::integer as seconds
    from offer join listing on listing.region = offer.region and listing.id = offer.listing
    where offer.region = ${region}
      and offer.made_at >= ${period.begins} and offer.made_at < ${period.ends}
      and offer.made_at < listing.closes_at + make_interval(secs => ${secondsLess})
    group by offer.listing, listing.landlord, listing.closes_at order by offer.listing`
  return listed(where, found, part)
}

/** Homes let to somebody with the family name of somebody who works at that landlord. */
export async function familyNames(
  where: Where,
  period: DeviationPeriod,
  part: DeviationPart,
): Promise<DeviationRows> {
  const { region } = where
  const found = sql<DeviationRow>`
    select distinct letting.listing, listing.landlord
    from letting
    join event on event.region = letting.region and event.number = letting.event
    join listing on listing.region = letting.region and listing.id = letting.listing
    join person on person.region = letting.region and person.id = letting.person
    join role_grant on role_grant.region = letting.region
      and role_grant.organisation = listing.landlord
    join human on human.region = role_grant.region and human.id = role_grant.human
    where letting.region = ${region} and event.at >= ${period.begins} and event.at < ${period.ends}
      and person.erased_at is null and position(' ' in person.name) > 0
      and lower(regexp_replace(person.name, '^.*\\s', ''))
        = lower(regexp_replace(human.name, '^.*\\s', ''))
    order by letting.listing`
  return listed(where, found, part)
}

export async function lettingsIn(
  { store, region }: Where,
  period: DeviationPeriod,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from letting
    join event on event.region = letting.region and event.number = letting.event
    where letting.region = ${region} and event.at >= ${period.begins}
      and event.at < ${period.ends}`.execute(store)
  return rows[0]?.count ?? 0
}

/** Offers that did not come to a letting by what the landlord did, for each group of the list. */
export async function refusalsByGroup(
  where: Where,
  period: DeviationPeriod,
  part: DeviationPart,
): Promise<DeviationRows> {
  const { region } = where
  const found = sql<DeviationRow>`
    select coalesce(standing.tier, 'none') as group, count(*) as of,
      count(*) filter (where offer.state in ('skipped', 'withdrawn')) as count
    from offer
    left join standing on standing.region = offer.region and standing.listing = offer.listing
      and standing.person = offer.person
    where offer.region = ${region} and offer.made_at >= ${period.begins}
      and offer.made_at < ${period.ends}
    group by 1 order by 1`
  return listed(where, found, part)
}

/** Lots that nobody who responded holds, and draws with another number of lots than was committed to. */
export async function lotsWithoutPerson(
  where: Where,
  period: DeviationPeriod,
  part: DeviationPart,
): Promise<DeviationRows> {
  const { region } = where
  const found = sql<DeviationRow>`
    select draw.listing, listing.landlord, held.without as count,
      (draw.commitment ->> 'lotCount')::integer as of
    from draw
    join event on event.region = draw.region and event.number = draw.event
    join listing on listing.region = draw.region and listing.id = draw.listing
    cross join lateral (
      select count(*) filter (where response.person is null) as without, count(*) as lots
      from lot left join response on response.region = lot.region
        and response.listing = lot.listing and response.person = lot.person
      where lot.region = draw.region and lot.listing = draw.listing
    ) held
    where draw.region = ${region} and event.at >= ${period.begins} and event.at < ${period.ends}
      and (held.without > 0 or held.lots <> (draw.commitment ->> 'lotCount')::integer)
    order by draw.listing`
  return listed(where, found, part)
}

export async function drawsIn({ store, region }: Where, period: DeviationPeriod): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from draw
    join event on event.region = draw.region and event.number = draw.event
    where draw.region = ${region} and event.at >= ${period.begins}
      and event.at < ${period.ends}`.execute(store)
  return rows[0]?.count ?? 0
}

/** Exports of everything that two agreed on, and how often their file was taken along. */
export async function regionExports(
  where: Where,
  period: DeviationPeriod,
  part: DeviationPart,
): Promise<DeviationRows> {
  const { region } = where
  const found = sql<DeviationRow>`
    select asker.name as staff, second.name as second, region_export.fetched as count
    from region_export
    join human asker on asker.region = region_export.region and asker.id = region_export.asked_by
    join human second on second.region = region_export.region
      and second.id = region_export.answered_by
    where region_export.region = ${region} and region_export.agreed
      and region_export.answered_at >= ${period.begins} and region_export.answered_at < ${period.ends}
    order by region_export.answered_at`
  return listed(where, found, part)
}
