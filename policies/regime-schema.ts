/** Legal regimes as written: what the law says, value by value, parsed into `core/policy/regime.ts`. */
import * as z from 'zod'
import type { Provision, ProvisionValues, Regime, Switches } from '../core/policy/regime.ts'
import { regimes } from '../core/policy/rule-book.ts'
import { closed, count, date, duration, id, number, text, yesNo } from './rule-book-schema.ts'

const optional = z.exactOptional
const list = { error: 'list' } as const

const yes = z.literal(true)
const ceiling = closed({ at_most: number, of: count })
const floor = closed({ at_least: number, of: count })
const texts = z.array(text, list)
const area = closed({ area: text })

const category = closed({ key: text, nl: text, en: text, vera: text })
const sign = closed({ fact: text, value: z.union([yesNo, text]) })
const group = closed({ key: id, nl: text, en: text, known_by: z.array(sign, list).min(1) })

const values = {
  'ordinance-term': duration,
  underpinning: yes,
  liveability: yes,
  'minimum-income': z.enum(['no-floor', 'nobody-shut-out']),
  'lawful-stay': texts,
  'registration-kept': text,
  'urgency-regulation': yes,
  'urgency-category': category,
  'urgency-connection': z.literal('region'),
  'urgency-income': texts,
  'connection-ceiling': ceiling,
  'settlement-ceiling': ceiling,
  'urgent-in-ceiling': yes,
  'residence-test': closed({ years: count, within: count }),
  'connection-exemption': group,
  'vital-profession': z.literal('municipality'),
  'in-vain-term': duration,
  'income-source': closed({ area: text, below_years: count, sources: texts }),
  'income-source-hardship': yes,
  'socio-economic': area,
  conduct: area,
  'conduct-hardship': yes,
  'target-group-share': closed({ usual: floor, agreed: floor }),
  'rent-fit-share': floor,
  hearing: yes,
  'objection-term': duration,
} as const satisfies { [Name in keyof ProvisionValues]: z.ZodType<ProvisionValues[Name]> }

function provision<Name extends keyof typeof values>(name: Name) {
  return closed({
    rule: z.literal(name),
    value: values[name],
    article: text,
    text: id,
    says: text,
    from: optional(date),
    until: optional(date),
  })
}

const provisions = z.discriminatedUnion(
  'rule',
  [
    provision('ordinance-term'),
    provision('underpinning'),
    provision('liveability'),
    provision('minimum-income'),
    provision('lawful-stay'),
    provision('registration-kept'),
    provision('urgency-regulation'),
    provision('urgency-category'),
    provision('urgency-connection'),
    provision('urgency-income'),
    provision('connection-ceiling'),
    provision('settlement-ceiling'),
    provision('urgent-in-ceiling'),
    provision('residence-test'),
    provision('connection-exemption'),
    provision('vital-profession'),
    provision('in-vain-term'),
    provision('income-source'),
    provision('income-source-hardship'),
    provision('socio-economic'),
    provision('conduct'),
    provision('conduct-hardship'),
    provision('target-group-share'),
    provision('rent-fit-share'),
    provision('hearing'),
    provision('objection-term'),
  ],
  { error: 'map' },
) satisfies z.ZodType<Provision>

const lawText = closed({
  id,
  short: text,
  name: text,
  version: text,
  url: text,
  read: yesNo,
})

/** A legal regime (wettelijk regime) as written. */
export const regime = closed({
  regime: z.enum(regimes),
  title: text,
  from: optional(date),
  until: optional(date),
  texts: z.array(lawText, list),
  provisions: z.array(provisions, list),
  unknown: texts,
}) satisfies z.ZodType<Regime>

/** The switch dates (overgangsdata) of municipalities as written. */
export const switches = closed({
  to: z.enum(regimes),
  article: text,
  municipalities: z.array(
    closed({ municipality: id, code: text, on: z.union([z.literal('missing'), date]) }),
    list,
  ),
}) satisfies z.ZodType<Switches>
