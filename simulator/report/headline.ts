/** The first sentence (kop): who wins and who loses, from the estimates and from nothing else. */
import type { Estimate } from '../../core/oversight/figures.ts'
import { formatList } from '../../words/language.ts'
import { spokenAmount } from '../../words/report-numbers.ts'
import type { VariantOutcome } from '../comparison.ts'
import type { Plan } from '../plan.ts'
import { headlineMeasure, homesPerGroup } from './measure-ids.ts'
import { compared, type Telling, variantName } from './telling.ts'
import { isCertain, type Verdict, verdictOn } from './verdict.ts'

/** A sentence above all others where the first rules break the law: of the others their own headline says it. */
export function unlawfulBase({ say, baseline, proposals }: Telling): string | undefined {
  if (baseline.breaches.length === 0) return undefined
  return say('unlawful-base', { alone: proposals.length === 0, variant: variantName(baseline) })
}

type Side = {
  readonly group: string
  readonly difference: Estimate | null
  readonly verdict: Verdict
}

/** What the headline is about: the plan's choice, or the usual; where nobody need lose, one group. */
export function headlineAbout({ plan }: { readonly plan?: Plan | undefined }) {
  const usual = { measure: headlineMeasure, gains: 'regular', loses: 'urgent' }
  const { measure, gains, loses = gains } = plan?.headline ?? usual
  return { measure, gains, loses }
}

/** "Met een minimum van 60 % krijgen reguliere woningzoekenden een half jaar eerder een woning; …". */
export function headline(telling: Telling, proposal: VariantOutcome): string {
  const { say, group, language } = telling
  const { measure, gains, loses } = headlineAbout(telling)
  const sides = [gains, ...(loses === gains ? [] : [loses])].map((each) =>
    sideOf(telling, proposal, measure, each),
  )
  const told = {
    lawful: proposal.breaches.length === 0,
    variant: variantName(proposal),
    groups: formatList(
      sides.map((each) => group(each.group)),
      language,
    ),
  }
  if (telling.comparison.replications === 1) return say('headline-one-run', told)
  if (sides.every(({ verdict }) => verdict === 'unknown')) return say('headline-nothing', told)
  if (sides.every(({ verdict }) => verdict === 'uncertain')) return say('headline-same', told)
  const [first, second] = sides.toSorted(bestFirst)
  return say(second ? 'headline' : 'headline-alone', {
    ...told,
    first: first && clause(telling, measure, first, '-first'),
    second: second && clause(telling, measure, second, ''),
  })
}

function sideOf(telling: Telling, proposal: VariantOutcome, measure: string, group: string): Side {
  const { difference } = compared(telling, proposal, measure, group)
  return { group, difference, verdict: verdictOn(telling, measure, difference) }
}

// Who wins is said first, then who loses, and last of whom nothing is certain or known.
const order: readonly Verdict[] = ['better', 'higher', 'worse', 'lower', 'uncertain', 'unknown']

function bestFirst(one: Side, other: Side): number {
  return order.indexOf(one.verdict) - order.indexOf(other.verdict)
}

function clause(
  { say, group, measure, language, comparison }: Telling,
  id: string,
  { group: who, difference, verdict }: Side,
  position: '' | '-first',
): string {
  if (!difference) return say(`empty${position}`, { group: group(who) })
  if (!isCertain(difference)) return say(`none${position}`, { group: group(who) })
  const { name, unit } = measure(id)
  const facts = {
    years: comparison.years,
    group: group(who),
    amount: spokenAmount(difference.mean, unit, language),
    count: Math.round(Math.abs(difference.mean)),
    measure: name,
  }
  const kind = kindOf(id)
  if (kind === 'other' || (verdict !== 'better' && verdict !== 'worse')) {
    return say(`other-${difference.mean > 0 ? 'higher' : 'lower'}${position}`, facts)
  }
  return say(`${kind}-${verdict}${position}`, facts)
}

type Kind = 'wait' | 'registered' | 'search' | 'chance' | 'homes' | 'other'

function kindOf(measure: string): Kind {
  const kinds = { waiting: 'wait', registration: 'registered', search: 'search' } as const
  const [, time] = /^(waiting|registration|search)-time/.exec(measure) ?? []
  if (time === 'waiting' || time === 'registration' || time === 'search') return kinds[time]
  if (measure === homesPerGroup) return 'homes'
  return /^(success-|housed-)/.test(measure) ? 'chance' : 'other'
}
