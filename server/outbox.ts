/**
 * Where mail goes while there is no mail server (uitbak, voor ontwikkeling): a folder, and pages that show it. Each
 * mail is one file by the name of its message, so that sending it twice leaves one. Never in production.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Mailer } from '../operations/operation.ts'
import type { AddPages } from '../web/app.ts'
import { outboxMailPage, outboxPage } from '../web/outbox.ts'
import { type MailPlace, written } from './mail.ts'

/** Where it stands on the site. */
export const outboxPath = '/ontwikkeling/uitbak'

const kept = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() })

const shownAtOnce = 100
const nameForm = /^[0-9a-f-]{36}$/

/** @throws in production. */
export function developmentOutbox(
  dataFolder: string,
  place: MailPlace,
  isProduction: boolean,
): { readonly mailer: Mailer; readonly pages: AddPages } {
  if (isProduction) throw new Error('The development outbox is not for production')
  const folder = join(dataFolder, 'uitbak')
  mkdirSync(folder, { recursive: true })
  const read = (message: string) => {
    const file = join(folder, `${message}.json`)
    const at = statSync(file, { throwIfNoEntry: false })?.mtime
    if (!at) return undefined
    return { message, at, ...kept.parse(JSON.parse(readFileSync(file, 'utf8'))) }
  }
  const mailer: Mailer = {
    isExample: place.isExample,
    async send(mail) {
      const { to, subject, text, html } = written(mail, 'post@voorbeeld.example', place)
      const file = join(folder, `${mail.message}.json`)
      writeFileSync(`${file}.new`, JSON.stringify({ to, subject, text, html }))
      renameSync(`${file}.new`, file)
      return { accepted: true }
    },
  }
  const pages: AddPages = (app, setting) => {
    app.get(outboxPath, (context) => {
      const names = readdirSync(folder).flatMap(
        (name) => /^([0-9a-f-]{36})\.json$/.exec(name)?.[1] ?? [],
      )
      const mails = names
        .flatMap((name) => read(name) ?? [])
        .toSorted((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, shownAtOnce)
      return outboxPage(context, setting, { mails, path: outboxPath })
    })
    app.get(`${outboxPath}/:message`, (context) => {
      const message = context.req.param('message')
      const mail = nameForm.test(message) ? read(message) : undefined
      return mail
        ? outboxMailPage(context, setting, { mail, path: outboxPath })
        : context.notFound()
    })
    app.get(`${outboxPath}/:message/opmaak`, (context) => {
      const message = context.req.param('message')
      const mail = nameForm.test(message) ? read(message) : undefined
      return mail ? context.html(mail.html) : context.notFound()
    })
  }
  return { mailer, pages }
}
