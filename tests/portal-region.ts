/** The pages of a small region, and browsers without script in which somebody is logged in, or nobody. */

import type { Actor } from '../operations/operation.ts'
import { beginSession } from '../operations/sessions.ts'
import { type App, makeApp } from '../web/app.ts'
import type { WebSetting } from '../web/visitor.ts'
import { asRead } from './as-read.ts'
import { doubleClick } from './double-click.ts'
import { type LettingRegion, lettingRegion, type RegionOptions } from './letting-region.ts'

export type PortalRegion = Awaited<ReturnType<typeof portalRegion>>

export async function portalRegion(begin?: string, options?: RegionOptions) {
  const region = await lettingRegion(begin, 'silent', options)
  const setting: WebSetting = {
    ...region.setting,
    ...{ regionName: 'Parkstad', isExample: true, isSecure: false },
  }
  const app = makeApp(setting)
  return {
    ...region,
    ...{ setting, app },
    async newHuman(name: string): Promise<Actor> {
      return { human: await region.human(name), roles: [], mandates: [] }
    },
    async browser(actor?: Actor): Promise<Browser> {
      const cookies = new Map<string, string>()
      if (actor) {
        const { store } = region
        cookies.set('sessie', await beginSession(store, region.region, actor.human, region.now()))
      }
      return browserOf(app, cookies, region)
    },
  }
}

export type Answer = {
  readonly status: number
  readonly text: string
  readonly location: string | null
  readonly headers: Headers
}

export type Browser = {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Answer>
  /** Sends a form as the page that holds it would: with what the page hides in it. */
  post(path: string, form?: Readonly<Record<string, string>>, page?: string): Promise<Answer>
  /** Sends a form with files as it is. */
  send(path: string, form: FormData): Promise<Answer>
  /** Sends what no browser would. */
  sendRaw(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answer>
}

/** How many requests of all browsers began and ended. */
const going = { count: 0, done: 0 }

function browserOf(app: App, cookies: Map<string, string>, region: LettingRegion): Browser {
  const request = async (
    path: string,
    form?: URLSearchParams | FormData | string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const once = async () =>
      app.request(path, {
        headers: { cookie, ...more },
        ...(form !== undefined && { method: 'POST', body: form }),
      })
    going.count += 1
    const began = going.count
    const answer = await once().finally(() => {
      going.done += 1
    })
    // What others do at the same moment cannot be told from what this form does.
    const isAlone = going.count === began && going.done === began
    if (form !== undefined && answer.status === 303 && isAlone) {
      await doubleClick(app, region, path, answer, once)
    }
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const { status, headers } = answer
    const text = asRead(await answer.text())
    return { status, text, location: headers.get('location'), headers }
  }
  return {
    cookies,
    get: (path) => request(path),
    // A browser says how much it sends.
    async send(path, form) {
      const length = (await new Response(form).arrayBuffer()).byteLength
      return request(path, form, { 'content-length': String(length) })
    },
    sendRaw: (path, body, headers) => request(path, body, headers),
    async post(path, form = {}, page = path) {
      const { text } = await request(page)
      const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
      const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
      return request(path, new URLSearchParams({ ...fields, ...form }))
    },
  }
}
