/**
 * The document of the interface, held to rules of our own: those of the NL API Design Rules 2.1 that a machine
 * can check, and that whoever reads it finds a sentence at everything.
 */
import { describe, expect, test } from 'vitest'
import { partNames } from '../words/api-operations.ts'
import { languages } from '../words/language.ts'
import { documentOf, problemShape } from './document.ts'
import { examples } from './examples.ts'
import { problemType } from './problem.ts'
import { routes } from './routes.ts'
import { scopes } from './scopes.ts'

type Node = { readonly [key: string]: unknown }
type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly Node[]
  readonly parameters: readonly { name: string; in: string; description: string }[]
  readonly responses: Readonly<
    Record<string, { headers: Node; content: Node; description: string }>
  >
}
type Document = {
  readonly openapi: string
  readonly info: Readonly<Record<string, unknown>>
  readonly servers: readonly { url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Node>> }
}

const setting = {
  ...{ origin: 'https://verdeelsleutel.example', regionName: 'Parkstad', isExample: true },
  issuer: 'https://inloggen.example',
}
// @NOTE the shape an OpenAPI document has; what is not so fails below.
const documents = languages.map((each) => documentOf(routes, setting, each) as Document)
const document = documents[0] ?? ({} as Document)
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** Every place of the document that has a name in a list of names. */
function* placesOf(node: unknown, path = '#'): Generator<{ path: string; node: Node }> {
  if (typeof node !== 'object' || node === null) return
  // @NOTE an object of JSON, read by its names.
  yield { path, node: node as Node }
  for (const [key, value] of Object.entries(node)) yield* placesOf(value, `${path}/${key}`)
}

describe('the document', () => {
  test('is OpenAPI 3.1 with a version, a contact, and a server that names the version', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(document.info).toMatchObject({ contact: { name: expect.any(String) } })
    expect(document.servers[0]?.url).toBe('https://verdeelsleutel.example/api/v1')
  })

  test('names every route, once, and no other', () => {
    const named = operations.map(({ path, method }) => `${method} ${path}`)
    const served = [...routes.map(({ method, at }) => `${method} ${at}`), 'get /openapi.json']
    expect(named.toSorted()).toEqual(served.toSorted())
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has paths in lower case and hyphens, without a slash at the end', () => {
    const wrong = Object.keys(document.paths).filter(
      (path) => !/^(\/([a-z]+(-[a-z]+)*|\{[a-z][a-zA-Z]*\}|openapi\.json))+$/.test(path),
    )
    expect(wrong).toEqual([])
  })

  test('names collections in the plural', () => {
    // What belongs to one thing alone is one thing; `ik` is who asks.
    const single = ['ik', 'openapi.json', 'inschrijving', 'inzage', 'uitvoer', 'uitslag']
    const one = [
      ...['loting', 'narekening', 'logboek', 'controlepunt', 'geschiktheid'],
      ...['samenvoeging', 'bereikbaarheid', 'wat-als', 'passendheid', 'schaarste'],
    ]
    const plural = /(en|s|gen)$/
    const wrong = Object.keys(document.paths)
      .flatMap((path) => path.split('/').filter((part) => part !== '' && !part.startsWith('{')))
      .filter((part) => ![...single, ...one].includes(part) && !plural.test(part))
    expect(wrong).toEqual([])
  })

  test('has parameters and fields in camel case', () => {
    const fields = [...placesOf(document)].flatMap(({ path, node }) =>
      path.endsWith('/properties') ? Object.keys(node) : [],
    )
    const parameters = operations.flatMap(({ operation }) =>
      operation.parameters.filter(({ in: place }) => place !== 'header').map(({ name }) => name),
    )
    expect([...fields, ...parameters].filter((name) => !/^[a-z][a-zA-Z]*$/.test(name))).toEqual([])
  })

  test('knows only safe and sure methods', () => {
    const methods = new Set(operations.map(({ method }) => method))
    expect([...methods].toSorted()).toEqual(['get', 'patch', 'post'])
    expect(
      operations.filter(({ method, operation }) => method === 'get' && 'requestBody' in operation),
    ).toEqual([])
  })

  test('answers every "no" as a problem, and never with 422', () => {
    for (const { operation } of operations) {
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status).not.toBe('422')
        if (Number(status) >= 400) expect(Object.keys(answer.content)).toEqual([problemType])
        expect(answer.headers).toHaveProperty('API-Version')
        expect(answer.description).not.toBe('')
      }
    }
    expect(document.components.schemas.Probleem).toMatchObject({
      required: expect.arrayContaining(['title', 'status', 'detail']),
    })
  })

  test('says 400 of whatever can be sent wrong, and 401 of whatever needs a token', () => {
    for (const { operation, path } of operations) {
      if (path === '/openapi.json') continue
      const takes = operation.parameters.length > 0 || 'requestBody' in operation
      expect(Object.keys(operation.responses).includes('400')).toBe(takes)
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(['401', '429', '500', '503']),
      )
    }
  })

  test('writes no person into an address', () => {
    const wrong = /naam|bsn|mail|geboren|adres/i
    const names = operations.flatMap(({ operation }) =>
      operation.parameters.map(({ name }) => name),
    )
    expect(names.filter((name) => wrong.test(name))).toEqual([])
  })

  test.each(languages)('has words at everything (%s)', (language) => {
    const inLanguage = documents[languages.indexOf(language)]
    const wordless = [...placesOf(inLanguage)].flatMap(({ path, node }) => {
      const isOperation = 'operationId' in node
      const isParameter = 'in' in node && 'schema' in node
      const isSchema = /\/components\/schemas\/\w+$/.test(path)
      const isField = /\/properties\/\w+$/.test(path)
      if (!isOperation && !isParameter && !isSchema && !isField) return []
      const said = [node.description, ...(isOperation ? [node.summary] : [])]
      return said.every((each) => typeof each === 'string' && each.length > 3) ? [] : [path]
    })
    expect(wordless).toEqual([])
  })

  test('has an example of everything that can be sent, which its own schema takes', () => {
    const without = routes.filter(({ body, name }) => body && !examples[name])
    expect(without.map(({ name }) => name)).toEqual([])
    const needless = Object.keys(examples).filter(
      (each) => !routes.some(({ name, body }) => name === each && body),
    )
    expect(needless).toEqual([])
    for (const { name, body } of routes) {
      if (body)
        expect([name, body.safeParse(examples[name]).error?.issues]).toEqual([name, undefined])
    }
    const problems = [...placesOf(document)].flatMap(({ path, node }) =>
      path.endsWith(`/${problemType}`) ? [node.example] : [],
    )
    expect(problems.length).toBeGreaterThan(500)
    for (const each of problems) expect(problemShape.safeParse(each).success).toBe(true)
  })

  test('refers to nothing that is not there', () => {
    const refs = [...placesOf(document)].flatMap(({ node }) =>
      typeof node.$ref === 'string' ? [node.$ref] : [],
    )
    const there = (ref: string) =>
      ref
        .split('/')
        .slice(1)
        .reduce<unknown>(
          // @NOTE a step into an object of JSON.
          (at, key) => (at as Node | undefined)?.[key],
          document,
        ) !== undefined
    expect(refs.filter((ref) => !there(ref))).toEqual([])
    expect(refs.length).toBeGreaterThan(100)
  })

  test('puts each operation in a part, and asks a token of all but what is public', () => {
    const named = operations.flatMap(({ operation }) =>
      operation.security.flatMap((each) => Object.values(each).flat()),
    )
    expect([...new Set(named)].toSorted()).toEqual([...scopes].toSorted())
    for (const { operation } of operations) {
      expect(partNames).toContain(operation.tags[0])
      const isPublic = ['woningen', 'regels', 'controle'].includes(operation.tags[0] ?? '')
      expect(operation.security.some((each) => Object.keys(each).length === 0)).toBe(isPublic)
      // What needs a token names the one thing it must be for, and says how it is refused without.
      const asked = operation.security.flatMap((each) => Object.values(each).flat())
      expect(asked).toHaveLength(isPublic ? 0 : 1)
      expect('403' in operation.responses).toBe(!isPublic)
    }
  })
})
