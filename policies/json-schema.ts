/**
 * JSON Schema (2020-12) of rule books, scenarios and cases for editors, made from the schemas that read
 * them. What those read by hand (conditions, tables, facts) is written out here, one property per fact
 * of the catalogue. Whether an id of the book exists is for the reader to check.
 */
import * as z from 'zod'
import type { Fact } from '../core/policy/catalogue.ts'
import { facts } from '../core/policy/catalogue.ts'
import { bounds } from '../core/policy/condition.ts'
import { attributes } from '../core/seekers/history.ts'
import { branchKeys } from './condition-schema.ts'
import { ruleBook } from './rule-book-schema.ts'
import { caseFile, scenarioFile } from './scenario-schema.ts'

/** The words of an editor, in one language. */
export type SchemaWords = {
  readonly title: string
  readonly keys: Readonly<Record<string, string>>
  readonly facts: Readonly<Record<string, string>>
  readonly kinds: Readonly<Record<string, string>>
}

export type JsonSchema = { [key: string]: unknown }

/** Schema of a rule book: a definition per rule kind, chosen by `kind`. */
export function ruleBookJsonSchema(words: SchemaWords): JsonSchema {
  const schema = schemaOf(ruleBook, words)
  const definitions = mapIn(schema, '$defs')
  const rules = rulesIn(schema)
  const kinds = listIn(rules, 'oneOf').map((kind) => {
    const name = String(mapIn(mapIn(kind, 'properties'), 'kind').const)
    definitions[name] = { title: words.kinds[name], ...kind }
    return name
  })
  delete rules.oneOf
  // One `if` per kind: an editor then speaks of the kind that is written, not of all twelve.
  Object.assign(rules, {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: kinds, description: words.keys.kind } },
    allOf: kinds.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
      then: ref(kind),
    })),
  })
  return schema
}

/** Schema of a scenario file. */
export function scenarioJsonSchema(words: SchemaWords): JsonSchema {
  return schemaOf(scenarioFile, words)
}

/** Schema of a case file: one scenario without expectations. */
export function caseJsonSchema(words: SchemaWords): JsonSchema {
  return schemaOf(caseFile, words)
}

function schemaOf(source: z.ZodType, words: SchemaWords): JsonSchema {
  const made: JsonSchema = { ...z.toJSONSchema(source, { io: 'input' }) }
  const definitions = mapIn(made, '$defs')
  for (const definition of Object.values(definitions)) if (isMap(definition)) delete definition.id
  describe(made, words.keys)
  const { $schema, ...rest } = made
  return {
    $schema,
    title: words.title,
    ...rest,
    $defs: { ...definitions, ...readByHand(definitions, words) },
  }
}

// Each key with its words, at whatever depth.
function describe(schema: unknown, keys: SchemaWords['keys']): void {
  if (Array.isArray(schema)) for (const each of schema) describe(each, keys)
  if (!isMap(schema)) return
  for (const [key, property] of Object.entries(mapIn(schema, 'properties'))) {
    if (isMap(property) && Object.hasOwn(keys, key)) property.description = keys[key]
  }
  for (const each of Object.values(schema)) describe(each, keys)
}

// What stands in `$defs` under these names is read by hand.
function readByHand(definitions: JsonSchema, words: SchemaWords): JsonSchema {
  const all: JsonSchema = {
    condition: conditionSchema(words),
    'dated-values': datedValues(words),
    'value-list': { type: 'array', items: ref('scalar'), minItems: 1 },
    value: oneOrList(ref('scalar')),
    ...besideFacts(definitions, words),
  }
  const used = Object.fromEntries(
    Object.entries(all).filter(([name]) => Object.hasOwn(definitions, name)),
  )
  return { ...used, ...shared(words, JSON.stringify([definitions, used])) }
}

const named = '^[a-z][a-z0-9-]*$'
const scalar = { type: ['string', 'number', 'boolean'] }
const referenceText = { type: 'string', pattern: '^\\$[a-z][a-z0-9-]*$' }
const dateText = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }

// Definitions that others point to, as far as they do.
function shared(words: SchemaWords, used: string): JsonSchema {
  const tests = Object.fromEntries(
    Object.entries(literalOf).map(([type, literal]) => [
      `test-${type}`,
      testOf(literal, isOrdered(type), words),
    ]),
  )
  const closed = Object.entries(facts).flatMap(([id, fact]: [string, Fact]) =>
    fact.values ? [[`test-of-${id}`, testOf({ enum: fact.values }, false, words)]] : [],
  )
  const all = {
    test: testOf(scalar, true, words),
    scalar,
    ...tests,
    ...Object.fromEntries(closed),
  }
  const isUsed = (name: string) => used.includes(`"#/$defs/${name}"`)
  return Object.fromEntries(Object.entries(all).filter(([name]) => isUsed(name)))
}

const literalOf: Readonly<Record<Fact['type'], JsonSchema>> = {
  'yes-no': { type: 'boolean' },
  number: { type: 'number' },
  cents: { type: 'integer' },
  date: dateText,
  choice: { type: 'string' },
  choices: { type: 'string' },
}

function isOrdered(type: string): boolean {
  return type === 'number' || type === 'cents' || type === 'date'
}

function literalSchema(fact: Fact): JsonSchema {
  return fact.values ? { enum: fact.values } : literalOf[fact.type]
}

function testOf(literal: JsonSchema, ordered: boolean, words: SchemaWords): JsonSchema {
  const operand = { anyOf: [literal, referenceText] }
  const bound = { anyOf: [{ type: 'number' }, dateText, referenceText] }
  const bounded = Object.fromEntries(bounds.map((key) => [key, bound]))
  const properties = {
    ...(ordered ? bounded : {}),
    not: oneOrList(operand),
    in: oneOrList(operand),
    known: { type: 'boolean' },
  }
  describe({ properties }, words.keys)
  const map = { type: 'object', properties, minProperties: 1, additionalProperties: false }
  return { anyOf: [operand, { type: 'array', items: operand, minItems: 1 }, map] }
}

function oneOrList(item: JsonSchema): JsonSchema {
  return { anyOf: [item, { type: 'array', items: item, minItems: 1 }] }
}

function conditionSchema(words: SchemaWords): JsonSchema {
  const branch = { type: 'array', items: ref('condition'), minItems: 1 }
  const branches = Object.fromEntries(
    branchKeys.map((key) => [key, { ...branch, description: words.keys[key] }]),
  )
  return {
    type: 'object',
    properties: { ...branches, ...factTests(words), ...attributeTests() },
    patternProperties: {
      // A branch is no test; every other name is.
      [`^(?!(${branchKeys.join('|')})$)${named.slice(1)}`]: ref('test'),
    },
    additionalProperties: false,
  }
}

function factTests(words: SchemaWords): JsonSchema {
  const tests = Object.entries(facts).map(([id, fact]: [string, Fact]) => {
    const test = ref(fact.values ? `test-of-${id}` : `test-${fact.type}`)
    return [id, { ...test, description: words.facts[id] }]
  })
  return Object.fromEntries(tests)
}

// A name that is a fact too is tested as that fact.
function attributeTests(): JsonSchema {
  const own = Object.entries(attributes).filter(([name]) => !Object.hasOwn(facts, name))
  return Object.fromEntries(own.map(([name, type]) => [name, ref(`test-${type}`)]))
}

function datedValues(words: SchemaWords): JsonSchema {
  const row = {
    type: 'object',
    required: ['value'],
    properties: { value: oneOrList(ref('scalar')), ...factTests(words) },
  }
  return {
    type: 'object',
    minProperties: 1,
    propertyNames: dateText,
    additionalProperties: {
      anyOf: [
        ref('scalar'),
        { type: 'array', items: ref('scalar') },
        { type: 'array', items: row },
      ],
    },
  }
}

// Facts

const homes = ['listing']
const people = ['person', 'household', 'pair']
const everything = [...homes, ...people, 'assignment']

const factsBeside: Readonly<Record<string, readonly string[]>> = {
  listing: homes,
  'earlier-listing': homes,
  seeker: people,
  member: people,
  event: everything,
  spell: everything,
  assignment: everything,
}

// The fixed keys stay as they are; the facts that may stand beside them are added.
function besideFacts(definitions: JsonSchema, words: SchemaWords): JsonSchema {
  const made = Object.entries(factsBeside).map(([name, kinds]) => {
    const written = mapIn(definitions, name)
    const properties = { ...valuesOf(kinds, words), ...mapIn(written, 'properties') }
    return [name, { ...written, properties }]
  })
  return Object.fromEntries(made)
}

function valuesOf(kinds: readonly string[], words: SchemaWords): JsonSchema {
  const of = Object.entries(facts).filter(([, fact]) => kinds.includes(fact.of))
  return Object.fromEntries(
    of.map(([id, fact]: [string, Fact]) => [
      id,
      { ...givenValue(fact), description: words.facts[id] },
    ]),
  )
}

// An empty value is unknown; one word may stand where a list is meant.
function givenValue(fact: Fact): JsonSchema {
  const literal = literalSchema(fact)
  const list = fact.type === 'choices' ? [{ type: 'array', items: literal }] : []
  return { anyOf: [literal, ...list, { type: 'null' }] }
}

// Reading what was made

function ref(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` }
}

function rulesIn(schema: JsonSchema): JsonSchema {
  const article = mapIn(mapIn(mapIn(schema, 'properties'), 'articles'), 'items')
  return mapIn(mapIn(mapIn(article, 'properties'), 'rules'), 'items')
}

function mapIn(schema: JsonSchema, key: string): JsonSchema {
  const found = schema[key]
  return isMap(found) ? found : {}
}

function listIn(schema: JsonSchema, key: string): JsonSchema[] {
  const found = schema[key]
  return Array.isArray(found) ? found.filter(isMap) : []
}

function isMap(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
