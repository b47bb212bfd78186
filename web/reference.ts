/**
 * The interface for programs, to read and to try (naslag): made of its own document, so that it cannot say
 * anything else. A page for each operation, for all together would be too much for a slow line.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html } from 'hono/html'
import { scopeText } from '../words/api-operations.ts'
import { type Language, type Say, speak } from '../words/language.ts'
import { type ReferenceText, referenceTexts } from '../words/reference.ts'
import { type AddPages, type App, notFound } from './app.ts'
import { choiceField, longField, textField } from './form.ts'
import { backLink, type Html, showPage } from './page.ts'
import type { PageContext, WebSetting } from './visitor.ts'

type Schema = { readonly [key: string]: unknown }

/** What is read of an OpenAPI document here. */
export type Reference = {
  readonly info: { readonly title: string; readonly description: string; readonly version: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly description: string
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Content }>
  >
}

type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: object }>>

type Shown = {
  readonly reference: Reference
  readonly say: Say<ReferenceText>
  readonly language: Language
  readonly scopes: readonly string[]
  /** Who gives access tokens. */
  readonly issuer: string
}

export type ReferenceOptions = {
  readonly referenceIn: (language: Language) => Reference
  readonly issuer: string
  /** The program by which this page gets a token, where the issuer is this very server. */
  readonly ownClient?: string
  /** What a token can be given for. */
  readonly scopes: readonly string[]
}

export function referencePages({
  referenceIn,
  issuer,
  ownClient,
  scopes,
}: ReferenceOptions): AddPages {
  const made = new Map<Language, Reference>()
  const shownIn = (context: PageContext): Shown => {
    const { language } = context.get('visitor')
    const reference = made.get(language) ?? referenceIn(language)
    made.set(language, reference)
    return { reference, say: speak(referenceTexts, language), language, scopes, issuer }
  }
  return (app, setting) => {
    addScript(app)
    app.get('/api', (context) => overview(context, setting, shownIn(context), ownClient))
    app.get('/api/:operation{[a-z-]+}', (context) => {
      const shown = shownIn(context)
      const found = operationsOf(shown.reference).find(
        ({ operation }) => operation.operationId === context.req.param('operation'),
      )
      return found
        ? operationPage(context, setting, { ...shown, ...found })
        : notFound(context, setting)
    })
  }
}

function addScript(app: App): void {
  const body = readFileSync(join(import.meta.dirname, 'files/api-proef.js'))
  app.get('/api-proef.js', (context) =>
    context.body(body, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'max-age=3600',
    }),
  )
}

type Found = { readonly path: string; readonly method: string; readonly operation: Operation }

function operationsOf({ paths }: Reference): Found[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
}

/** What a token must have been given for. */
function scopesOf({ security }: Operation): readonly string[] {
  return security.flatMap((each) => Object.values(each).flat())
}

function isPublic({ security }: Operation): boolean {
  return security.some((each) => Object.keys(each).length === 0)
}

function overview(
  context: PageContext,
  setting: WebSetting,
  { reference, say, language, scopes, issuer }: Shown,
  ownClient: string | undefined,
) {
  const { info, servers, tags } = reference
  const base = servers[0]?.url ?? ''
  const all = operationsOf(reference)
  const parts = tags.map(({ name, description }) => ({
    ...{ name, description, caption: name.charAt(0).toUpperCase() + name.slice(1) },
    rows: all.filter(({ operation }) => operation.tags[0] === name),
  }))
  const title = say('title')
  const body = html`<h1 class="utrecht-heading-1">${title}</h1>
<p class="lead">${say('lead')}</p>
<p>${info.description}</p>
<dl class="facts"><dt>${say('address')}</dt><dd><code class="hash">${base}</code></dd>
<dt>${say('document')}</dt><dd><a href="/api/v1/openapi.json">/api/v1/openapi.json</a> · ${say('version', { version: info.version })}</dd></dl>
<nav aria-label="${say('operations')}"><ul class="plain">${parts.map(({ name, caption, rows }) => html`<li><a href="#${name}">${caption}</a> <span class="soft">${rows.length}</span></li>`)}</ul></nav>
<section class="measure"><h2 class="utrecht-heading-2">${say('token-title')}</h2>
<p>${say('token-public')} ${say('token-more')}</p>
<dl class="facts"><dt>${say('token-issuer')}</dt><dd><code class="hash">${issuer}</code></dd></dl>
${tokenForm(say, { issuer, ownClient, language, scopes })}</section>
<h2 class="utrecht-heading-2">${say('operations')}</h2>
${parts.map(
  ({ name, description, caption, rows }) =>
    html`<section><h3 class="utrecht-heading-3" id="${name}">${caption}</h3><p>${description}</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="${caption}"><table class="utrecht-table utrecht-table--stack"><thead><tr><th scope="col">${say('what')}</th><th scope="col">${say('how')}</th><th scope="col">${say('who')}</th></tr></thead>
<tbody>${rows.map(
      ({ path, method, operation }) =>
        html`<tr><th scope="row"><a href="/api/${operation.operationId}">${operation.summary}</a></th><td class="hash">${method.toUpperCase()} ${breakable(path)}</td><td>${isPublic(operation) ? say('public') : html`<code>${scopesOf(operation).join(' ')}</code>`}</td></tr>`,
    )}</tbody></table></div></section>`,
)}
<script type="module" src="/api-proef.js"></script>`
  return showPage(context, setting, { title, body })
}

// A long address breaks after a slash.
function breakable(path: string): Html {
  return html`${path.split('/').map((part, index) => (index === 0 ? part : html`/<wbr>${part}`))}`
}

function tokenForm(
  say: Say<ReferenceText>,
  {
    issuer,
    ownClient,
    language,
    scopes,
  }: Pick<Shown, 'issuer' | 'language' | 'scopes'> & { readonly ownClient: string | undefined },
): Html {
  const choices = scopes.map((value) => ({ value, label: scopeText(value, language).name }))
  const chosen = { label: say('token-scopes'), hint: say('token-scopes-hint') }
  return html`<noscript><p>${say('needs-script')}</p></noscript>
<form id="bewijs" hidden data-issuer="${issuer}" data-client="${ownClient ?? ''}" data-got="${say('token-got')}" data-failed="${say('token-failed')}">
${textField({ name: 'token', label: say('token-label'), hint: say('token-hint') })}
<p role="status"></p>
${ownClient === undefined ? '' : choiceField({ ...chosen, name: 'scope', choices, many: true, value: 'gebruiker:lezen' })}
<p class="actions">${ownClient === undefined ? '' : html`<button type="button" class="utrecht-button" value="halen">${say('token-get')}</button>`}
<button type="button" class="utrecht-button utrecht-button--secondary-action" value="vergeten">${say('token-forget')}</button></p></form>`
}

function operationPage(context: PageContext, setting: WebSetting, shown: Shown & Found) {
  const { operation, path, method, say } = shown
  const { summary, description, responses, requestBody } = operation
  const good = Object.entries(responses).filter(([status]) => Number(status) < 400)
  const bad = Object.entries(responses).filter(([status]) => Number(status) >= 400)
  const body = html`${backLink(`/api#${operation.tags[0] ?? ''}`, say('back'))}<h1 class="utrecht-heading-1">${summary}</h1>
<p class="lead">${description}</p>
<p><span class="hash"><strong>${method.toUpperCase()}</strong> /api/v1${breakable(path)}</span><br><span class="soft">${isPublic(operation) ? say('public') : say('needs-scope', { scope: scopesOf(operation).join(' ') })}</span></p>
${(['path', 'query', 'header'] as const).map((place) => parameterTable(shown, place))}
${requestBody ? html`<h2 class="utrecht-heading-2">${say('body')}</h2>${fieldTable(schemaIn(requestBody.content), shown, say('body'))}` : ''}
<h2 class="utrecht-heading-2">${say('answer')}</h2>
${good.map(([status, { description: told, content }]) => html`<p><strong>${status}</strong> ${told} <span class="soft">${Object.keys(content).join(', ')}</span></p>${fieldTable(schemaIn(content), shown, say('answer'))}`)}
<h2 class="utrecht-heading-2">${say('problems')}</h2>
<ul class="plain">${bad.map(([status, each]) => html`<li><strong>${status}</strong> ${each.description}</li>`)}</ul>
${tryForm(shown)}
<script type="module" src="/api-proef.js"></script>`
  return showPage(context, setting, { title: `${summary} - API`, body })
}

function schemaIn(content: Content): Schema {
  return Object.values(content)[0]?.schema ?? {}
}

function parameterTable(
  { operation, say, reference }: Shown & Found,
  place: 'path' | 'query' | 'header',
): Html | '' {
  const found = operation.parameters.filter((each) => each.in === place)
  if (found.length === 0) return ''
  const name = say(place === 'path' ? 'parameters' : `parameters-${place}`)
  const rows = found.map((each) => ({
    ...{ name: each.name, description: each.description },
    kind: `${kindOf(each.schema, reference, say)}, ${say(each.required ? 'required' : 'optional')}`,
  }))
  return html`<h2 class="utrecht-heading-2">${name}</h2>${table(rows, say, name)}`
}

type Row = { readonly name: string; readonly kind: string; readonly description: string }

function table(rows: readonly Row[], say: Say<ReferenceText>, caption: string): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${caption}"><table class="utrecht-table utrecht-table--stack"><thead><tr><th scope="col">${say('field')}</th><th scope="col">${say('kind')}</th><th scope="col">${say('meaning')}</th></tr></thead>
<tbody>${rows.map(({ name, kind, description }) => html`<tr><th scope="row" class="hash">${name}</th><td>${kind}</td><td>${description}</td></tr>`)}</tbody></table></div>`
}

function fieldTable(schema: Schema, { reference, say }: Shown, caption: string): Html | '' {
  const rows = fieldsOf(schema, reference, say)
  return rows.length === 0 ? '' : table(rows, say, caption)
}

const deepest = 4

/** Fields with those inside them: `uitleg.waarom`, and `resultaten[].adres` in a list. */
function fieldsOf(
  schema: Schema,
  reference: Reference,
  say: Say<ReferenceText>,
  before = '',
  depth = 0,
): Row[] {
  const own = resolved(schema, reference)
  if (depth > deepest) return []
  const choices = partsOf(own)
  if (choices.length > 0) {
    const rows = choices.flatMap((each) => fieldsOf(each, reference, say, before, depth))
    return rows.filter(({ name }, index) => rows.findIndex((each) => each.name === name) === index)
  }
  if (isSchema(own.items)) return fieldsOf(own.items, reference, say, `${before}[]`, depth + 1)
  if (!isSchema(own.properties)) return []
  const required = Array.isArray(own.required) ? own.required : []
  return Object.entries(own.properties).flatMap(([field, value]) => {
    if (!isSchema(value)) return []
    const name = before === '' ? field : `${before}.${field}`
    const kind = kindOf(value, reference, say)
    const missing = required.includes(field) ? '' : `, ${say('optional')}`
    return [
      { name, kind: `${kind}${missing}`, description: String(value.description ?? '') },
      ...fieldsOf(value, reference, say, name, depth + 1),
    ]
  })
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function resolved(schema: Schema, { components }: Reference): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  return name === undefined ? schema : (components.schemas[name] ?? {})
}

// What can be one thing or another; that it can also be nothing is said by its kind.
function partsOf(schema: Schema): Schema[] {
  const parts = schema.anyOf ?? schema.oneOf
  if (!Array.isArray(parts)) return []
  return parts.filter(isSchema).filter(({ type }) => type !== 'null')
}

function kindOf(schema: Schema, reference: Reference, say: Say<ReferenceText>): string {
  const own = resolved(schema, reference)
  const parts = partsOf(own)
  const [first] = parts
  const types = [own.type ?? []].flat()
  const isEmpty =
    types.includes('null') ||
    [own.anyOf ?? []].flat().some((each) => isSchema(each) && each.type === 'null')
  const kind = first
    ? [...new Set(parts.map((each) => kindOf(each, reference, say)))].join(' / ')
    : plainKind(
        own,
        types.find((each) => each !== 'null'),
        reference,
        say,
      )
  return isEmpty ? `${kind} ${say('or-null')}` : kind
}

const formats = ['date', 'date-time', 'uuid', 'email'] as const
const types = ['string', 'integer', 'number', 'boolean', 'object'] as const

function plainKind(
  schema: Schema,
  type: unknown,
  reference: Reference,
  say: Say<ReferenceText>,
): string {
  if (Array.isArray(schema.enum))
    return say('kind-choice', { values: schema.enum.map(String).join(', ') })
  if (schema.const !== undefined) return say('kind-choice', { values: String(schema.const) })
  if (type === 'array' && isSchema(schema.items)) {
    return say('list', { kind: kindOf(schema.items, reference, say) })
  }
  const format = formats.find((each) => each === schema.format)
  const known = types.find((each) => each === type)
  return say(format ? `kind-${format}` : known ? `kind-${known}` : 'kind-any')
}

function tryForm({ operation, path, method, say }: Shown & Found): Html {
  const { parameters, requestBody } = operation
  const fields = parameters.filter(({ in: place }) => place !== 'header')
  return html`<h2 class="utrecht-heading-2">${say('try')}</h2>
<noscript><p>${say('needs-script')}</p></noscript>
<form id="proef" hidden data-method="${method.toUpperCase()}" data-path="/api/v1${path}" data-none="${say('no-answer')}" data-wrong="${say('not-json')}" data-busy="${say('sending')}">
${method === 'get' ? '' : html`<p class="panel">${say('try-more')}</p>`}
${isPublic(operation) ? '' : textField({ name: 'token', label: say('token-label'), hint: say('token-hint') })}
${fields.map(({ name, description, schema, in: place }) => html`<div data-in="${place}">${textField({ name, label: name, hint: description, value: place === 'path' && name === 'woningzoekendeId' ? 'ik' : String(schema.default ?? '') })}</div>`)}
${requestBody ? longField({ name: 'inhoud', label: say('body'), value: JSON.stringify(exampleIn(requestBody.content), undefined, 2) }) : ''}
<button class="utrecht-button">${say('send')}</button></form>
<section id="antwoord" hidden aria-live="polite"><h3 class="utrecht-heading-3">${say('received')}</h3><p class="state"></p><pre class="note" tabindex="0"></pre>
<h3 class="utrecht-heading-3">${say('curl')}</h3><pre class="note hash" tabindex="0"></pre></section>`
}

/** What could be sent, as the document says. */
function exampleIn(content: Content): object {
  return Object.values(content)[0]?.example ?? {}
}
