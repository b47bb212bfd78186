/**
 * A form that did not arrive (niet verstuurd): somebody's login had lapsed, or something went wrong here. What was
 * typed is kept for them alone, and is there when they log in again or come back.
 */
import { draftOf, dropDraft, keepDraft } from '../store/drafts.ts'
import { lapsedHuman } from '../store/sessions.ts'
import type { Actor, Setting } from './operation.ts'

export type UnsentForm = {
  /** The address it was sent to. */
  readonly action: string
  /** The page it was filled in on; undefined where the browser did not say. */
  readonly page: string | undefined
  /** Every field with its value, in their order. */
  readonly fields: readonly (readonly [string, string])[]
}

const draft = 'unsent'

/** Longer than anything a person types, and short enough that nobody fills our tables with it. */
const lengthMax = 200_000

/** Keeps what came with a login that lapsed; false where it is of no session of ours, or too long. */
export async function keepUnsent(
  setting: Setting,
  { token, csrf }: { readonly token: string; readonly csrf: string },
  form: UnsentForm,
): Promise<boolean> {
  const human = await lapsedHuman(setting.store, setting.region, token, csrf)
  return human !== undefined && keepFor(setting, human, form)
}

/** Keeps what somebody sent when something went wrong here; false where it is too long. */
export async function keepFailed(
  setting: Setting,
  { human }: Actor,
  form: UnsentForm,
): Promise<boolean> {
  return keepFor(setting, human, form)
}

async function keepFor(
  { store, region, now }: Setting,
  human: string,
  { action, page = '', fields }: UnsentForm,
): Promise<boolean> {
  const answers = { action, page, fields: JSON.stringify(fields) }
  if (answers.fields.length > lengthMax) return false
  await keepDraft(store, region, { human, form: draft, answers }, now())
  return true
}

/** What waits to be sent; undefined where nothing does. */
export async function unsentForm(
  { store, region }: Setting,
  { human }: Actor,
): Promise<UnsentForm | undefined> {
  const { action, page, fields } = await draftOf(store, region, human, draft)
  if (action === undefined || fields === undefined) return undefined
  // @NOTE written above from such pairs.
  const pairs = JSON.parse(fields) as UnsentForm['fields']
  return { action, page: page === '' ? undefined : page, fields: pairs }
}

/** It was sent after all, or is wanted no more. */
export async function dropUnsent({ store, region }: Setting, { human }: Actor): Promise<void> {
  await dropDraft(store, region, human, draft)
}
