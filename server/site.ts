/** The whole site as one function: the interface for programs, and the pages for people. */
import type { Api } from '../api/app.ts'
import { apiBase } from '../api/version.ts'
import type { App } from '../web/app.ts'
import type { Fetch } from './outside.ts'

export type Parts = { readonly app: App; readonly api: Api }

export function siteOf({ app, api }: Parts): Fetch {
  return (request, env = {}) => {
    const { pathname } = new URL(request.url)
    const isForPrograms = pathname === apiBase || pathname.startsWith(`${apiBase}/`)
    return isForPrograms ? api.fetch(request, env) : app.fetch(request, env)
  }
}
