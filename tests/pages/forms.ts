/**
 * Sends the forms of pages as people do who filled in nothing, or nothing that can be right, and looks at what
 * comes back: it must say at the top what is wrong, lead from there to each field, and have kept what was typed.
 */
import type { Looker } from './looking.ts'

/** `empty`: every field as if nobody touched it, and cleared; `odd`: something in each that is no answer. */
export const waysToFill = ['empty', 'odd'] as const
export type Filling = (typeof waysToFill)[number]

/** One button of one form, by where it stands on its page. */
export type FormButton = { readonly form: number; readonly button: number; readonly text: string }

/** The buttons of every form that asks for something; a form that only asks for a click has nothing to fill in. */
export async function formButtons(looker: Looker): Promise<readonly FormButton[]> {
  // @NOTE the script below makes it so.
  return (await looker.page.evaluate(buttonsScript)) as readonly FormButton[]
}

export type Sent = {
  readonly status: number
  /** What is wrong with what came back; empty where the form was done. */
  readonly faults: readonly string[]
}

/** Fills in a form of the page that is open, sends it by its button, and says what came of it. */
export async function sendForm(
  looker: Looker,
  { form, button }: FormButton,
  filling: Filling,
): Promise<Sent> {
  const { page } = looker
  // @NOTE the script below makes it so.
  const typed = (await page.evaluate(fillScript(form, filling))) as Readonly<Record<string, string>>
  const answer = page
    .waitForResponse((response) => response.request().method() === 'POST', { timeout: 30_000 })
    .catch(() => undefined)
  const target = page.locator('main form[method="post"]').nth(form).locator(submitting).nth(button)
  await target.click({ timeout: 30_000 })
  const response = await answer
  if (response === undefined) return { status: 0, faults: ['the browser did not send it'] }
  await page.waitForLoadState('load')
  const status = response.status()
  if (status !== 422) return { status, faults: status >= 500 ? [`answers ${status}`] : [] }
  return { status, faults: await refusedFaults(looker, typed) }
}

/** What is wrong with a page that says what is wrong with a form. */
async function refusedFaults(
  { page, language }: Looker,
  typed: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const start = language === 'nl' ? 'Fout: ' : 'Error: '
  const title = await page.title()
  // @NOTE the script below makes it so.
  const found = (await page.evaluate(refusedScript(typed))) as readonly string[]
  return [...(title.startsWith(start) ? [] : [`title ${title}`]), ...found]
}

const submitting = 'button:not([type="button"])'

const buttonsScript = `[...document.querySelectorAll('main form[method="post"]')].flatMap((form, at) =>
  form.querySelector('input:not([type="hidden"]), textarea, select') === null ? [] :
  [...form.querySelectorAll('${submitting}')].map((button, which) =>
    ({ form: at, button: which, text: button.textContent.trim() })))`

const fillScript = (form: number, filling: Filling) => `(() => {
  const form = document.querySelectorAll('main form[method="post"]')[${form}]
  const typed = {}
  for (const field of form.elements) {
    const isHidden = field.type === 'hidden' || field.type === 'file' || field.tagName === 'BUTTON'
    if (isHidden || field.tagName === 'FIELDSET') continue
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = false
    else if (field.tagName === 'SELECT') {
      field.selectedIndex = ${filling === 'empty' ? '0' : 'field.options.length - 1'}
    } else field.value = ${filling === 'empty' ? "''" : "field.type === 'email' ? 'x@x' : 'x'"}
    if (field.id !== '' && field.type !== 'checkbox' && field.type !== 'radio') typed[field.id] = field.value
  }
  for (const details of document.querySelectorAll('details')) details.open = true
  return typed
})()`

const refusedScript = (typed: Readonly<Record<string, string>>) => `(() => {
  const typed = ${JSON.stringify(typed)}
  const summary = document.querySelector('main [role="alert"]')
  if (summary === null) return ['nothing at the top says what is wrong']
  const faults = []
  const links = [...summary.querySelectorAll('a[href^="#"]')]
  if (links.length === 0) faults.push('the summary leads to no field: ' + summary.textContent.trim().slice(0, 80))
  for (const link of links) {
    const field = document.getElementById(link.getAttribute('href').slice(1))
    if (field === null) faults.push('the summary leads to ' + link.getAttribute('href') + ', which is not there')
    else if (!field.matches('input, select, textarea, button')) faults.push('the summary leads to ' + link.getAttribute('href') + ', which is no field')
    else if (field.getAttribute('aria-invalid') !== 'true' && field.closest('.utrecht-form-field--invalid') === null) faults.push('nothing at ' + link.getAttribute('href') + ' says that it is wrong')
  }
  if (document.activeElement !== summary) faults.push('the focus is not at the summary, but at ' + document.activeElement.outerHTML.slice(0, 80))
  for (const [id, value] of Object.entries(typed)) {
    const field = document.getElementById(id)
    if (value !== '' && field !== null && field.value !== value) faults.push('lost ' + JSON.stringify(value) + ' typed at #' + id + ', now ' + JSON.stringify(field.value))
  }
  return faults
})()`
