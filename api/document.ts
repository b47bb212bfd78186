/**
 * The OpenAPI 3.1 document (specificatie), made of the schemas by which requests are read and answers shaped:
 * JSON Schema as Zod writes it. Its words come from `words/`, by the names of operations and fields.
 */
import { z } from 'zod'
import { fieldText, schemaText } from '../words/api-fields.ts'
import { type ApiText, apiTexts, partNames } from '../words/api-operations.ts'
import { type Language, type Say, speak } from '../words/language.ts'
import { problemDetail, problemTitle } from '../words/problems.ts'
import { examples } from './examples.ts'
import { type ProblemCode, problemStatuses, problemType } from './problem.ts'
import type { Route } from './route.ts'
import { apiBase, apiVersion } from './version.ts'

export type DocumentSetting = {
  readonly origin: string
  readonly regionName: string
  readonly isExample: boolean
  readonly issuer: string
}

type Schema = { [key: string]: unknown }
type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: object }>>

/** The parts of the document that are read elsewhere too. */
export type ApiDocument = {
  readonly openapi: string
  readonly info: {
    readonly title: string
    readonly summary: string
    readonly description: string
    readonly version: string
    readonly contact: object
    readonly license: object
  }
  readonly servers: readonly { readonly url: string; readonly description: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly headers: object
    readonly securitySchemes: object
  }
}

export type DocumentedOperation = {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly Readonly<Record<string, string[]>>[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly description: string
    readonly schema: Schema
  }[]
  readonly requestBody?: {
    readonly required: true
    readonly description: string
    readonly content: Content
  }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly headers: object; readonly content: Content }
    >
  >
}
type Schemas = Record<string, Schema>

/** How a "no" looks, for everybody who reads one. */
export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    facts: z.record(z.string(), z.unknown()).optional(),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path', 'header']),
          location: z.union([z.object({ pointer: z.string() }), z.object({ name: z.string() })]),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Probleem' })

export function documentOf(
  routes: readonly Route[],
  { origin, regionName, isExample, issuer }: DocumentSetting,
  language: Language,
): ApiDocument {
  const say = speak(apiTexts, language)
  const schemas: Schemas = {}
  const described = { say, language, schemas }
  const problem = schemaOf(problemShape, 'output', described)
  const paths: Record<string, Record<string, DocumentedOperation>> = {}
  for (const route of routes) {
    paths[route.at] = {
      ...paths[route.at],
      [route.method]: operationOf(route, problem, described),
    }
  }
  paths['/openapi.json'] = { get: documentOperation(say, described) }
  return {
    openapi: '3.1.0',
    info: {
      title: say('title', { region: regionName }),
      summary: say('summary'),
      description: [say('about'), ...(isExample ? [say('about-example')] : [])].join('\n\n'),
      version: apiVersion,
      contact: { name: say('contact'), url: `${origin}/hulp` },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${origin}${apiBase}`, description: say('server') }],
    tags: partNames.map((name) => ({ name, description: say(name) })),
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      headers: {
        'API-Version': { description: say('header-version'), schema: { type: 'string' } },
        Link: { description: say('header-link'), schema: { type: 'string' } },
        Location: { description: say('header-location'), schema: { type: 'string' } },
        'Retry-After': { description: say('header-retry'), schema: { type: 'integer' } },
      },
      securitySchemes: {
        inloggen: {
          type: 'openIdConnect',
          openIdConnectUrl: `${issuer}/.well-known/openid-configuration`,
          description: say('security'),
        },
      },
    },
  }
}

type Described = {
  readonly say: Say<ApiText>
  readonly language: Language
  readonly schemas: Schemas
}

/** A file of one of the kinds that are taken in: its bytes, which no schema describes. */
const anyFile: Content = {
  'application/pdf': { schema: {} },
  'image/jpeg': { schema: {} },
  'image/png': { schema: {} },
}

const versionHeader = { 'API-Version': { $ref: '#/components/headers/API-Version' } }

function operationOf(route: Route, problem: Schema, described: Described): DocumentedOperation {
  const { say, language } = described
  const { name, part, scope, body, answer, method, lines, file, isMade } = route
  const example = examples[name]
  const pages = route.query !== undefined && 'cursor' in route.query
  const json = { schema: schemaOf(answer, 'output', described, name) }
  const problems = problemsOf(route).map((code) => [
    String(problemStatuses[code]),
    {
      description: problemTitle(problemStatuses[code], language),
      headers: {
        ...versionHeader,
        ...((code === 'too-often' || code === 'away') && {
          'Retry-After': { $ref: '#/components/headers/Retry-After' },
        }),
      },
      content: { [problemType]: { schema: problem, example: problemExample(code, language) } },
    },
  ])
  return {
    operationId: name,
    summary: say(name),
    description: say(`${name}-more`),
    tags: [part],
    security: scope === undefined ? [{}, { inloggen: [] }] : [{ inloggen: [scope] }],
    parameters: parametersOf(route, described),
    ...(body && {
      requestBody: {
        required: true,
        description: say('request-body'),
        content: {
          'application/json': {
            schema: schemaOf(body, 'input', described, name),
            ...(example && { example }),
          },
        },
      },
    }),
    responses: {
      [isMade ? '201' : '200']: {
        description: say(isMade ? 'made' : method === 'get' ? 'found' : 'done'),
        headers: {
          ...versionHeader,
          ...(pages && { Link: { $ref: '#/components/headers/Link' } }),
          ...(isMade && { Location: { $ref: '#/components/headers/Location' } }),
        },
        content: file ? anyFile : { [lines ?? 'application/json']: json },
      },
      ...Object.fromEntries(problems),
    },
  }
}

/** A "no" as it is given, where there is no more to say than its code. */
function problemExample(code: ProblemCode, language: Language): z.infer<typeof problemShape> {
  const status = problemStatuses[code]
  const [title, detail] = [problemTitle(status, language), problemDetail(code, language)]
  return { type: 'about:blank', title, status, detail, code }
}

/** Every "no" a route can give. */
function problemsOf({
  who,
  path,
  query,
  body,
  refuses,
  method,
  bytesMost,
  mayLack,
}: Route): ProblemCode[] {
  const takes = path !== undefined || query !== undefined || body !== undefined || method !== 'get'
  return [
    ...(takes ? (['invalid-input'] as const) : []),
    'no-token',
    ...(who === 'logged-in' ? (['insufficient-scope'] as const) : []),
    ...(path !== undefined || who === 'logged-in' || mayLack ? (['not-found'] as const) : []),
    ...(refuses ? (['refused'] as const) : []),
    ...(body ? (['too-large', 'wrong-type'] as const) : []),
    'too-often',
    'fault',
    'away',
    ...(bytesMost === undefined ? [] : (['full'] as const)),
  ]
}

function parametersOf(
  { path, query, method }: Route,
  described: Described,
): DocumentedOperation['parameters'] {
  const { say, language } = described
  const all = [
    ['path', path],
    ['query', query],
  ] as const
  return [
    ...all.flatMap(([place, shape]) => {
      if (!shape) return []
      const { properties = {}, required = [] } = inlineSchema(z.object(shape), 'input')
      return Object.entries(properties).map(([name, schema]) => ({
        ...{ name, in: place, required: required.includes(name) },
        description: fieldText(undefined, name, language),
        schema,
      }))
    }),
    ...(method === 'get'
      ? []
      : [
          {
            ...{ name: 'Idempotency-Key', in: 'header', required: false },
            description: say('idempotency-key'),
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
        ]),
  ]
}

function documentOperation(say: Say<ApiText>, described: Described): DocumentedOperation {
  const shape = z.object({ openapi: z.string() }).catchall(z.unknown())
  return {
    operationId: 'specificatie-lezen',
    summary: say('specificatie-lezen'),
    description: say('specificatie-lezen-more'),
    tags: ['regels'],
    security: [{}],
    parameters: [],
    responses: {
      200: {
        description: say('found'),
        headers: versionHeader,
        content: { 'application/json': { schema: schemaOf(shape, 'output', described) } },
      },
    },
  }
}

type Io = 'input' | 'output'

/** A schema of the document; what has a name of its own is put under its name, once. */
function schemaOf(
  shape: z.ZodType,
  io: Io,
  { schemas, language }: Described,
  inside?: string,
): Schema {
  const { $defs, ...own } = inlineSchema(shape, io)
  for (const [name, schema] of Object.entries($defs ?? {})) {
    schemas[name] ??= describe(referring(schema), name, language)
  }
  return describe(referring(own), inside, language, false)
}

type JsonSchema = Schema & {
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

function inlineSchema(shape: z.ZodType, io: Io): JsonSchema {
  const made = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // A named form says enough: nobody reads the pattern of a date.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      // Answers may get more fields in a later version.
      if (io === 'output' && jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties
      }
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      delete jsonSchema.id
    },
  })
  const { $schema: _, ...schema } = made
  // @NOTE a JSON Schema is a tree of plain objects; its parts are looked at by their names only.
  return schema as JsonSchema
}

function referring(schema: Schema): Schema {
  const text = JSON.stringify(schema).replaceAll('#/$defs/', '#/components/schemas/')
  return JSON.parse(text)
}

/** Gives every field its words: those of its own schema, else those of its name. */
function describe(
  schema: Schema,
  name: string | undefined,
  language: Language,
  isNamed = name !== undefined,
): Schema {
  const { properties } = schema
  const described: Schema = { ...schema }
  if (isNamed) described.description = schemaText(name ?? '', language)
  if (isObject(properties)) {
    described.properties = Object.fromEntries(
      Object.entries(properties).map(([field, value]) => [
        field,
        isObject(value)
          ? {
              ...describe(value, name, language, false),
              description: fieldText(name, field, language),
            }
          : value,
      ]),
    )
  }
  for (const key of ['items', 'additionalProperties'] as const) {
    const part = schema[key]
    if (isObject(part)) described[key] = describe(part, name, language, false)
  }
  for (const key of ['anyOf', 'oneOf', 'allOf'] as const) {
    const parts = schema[key]
    if (Array.isArray(parts)) {
      described[key] = parts.map((part) =>
        isObject(part) ? describe(part, name, language, false) : part,
      )
    }
  }
  return described
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
