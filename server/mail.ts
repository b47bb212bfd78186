/**
 * Takes mail to a mail server (SMTP), or in development to a folder. The same message always has the same name
 * (Message-ID), so that a mailbox that gets it twice can tell.
 */
import { createTransport } from 'nodemailer'
import type { Mail, MailAnswer, Mailer } from '../operations/operation.ts'
import { type MailLine, senderName } from '../words/mail.ts'

export type MailSetting = {
  /** `smtp://user:secret@host:587`, or `smtps://`. */
  readonly url: string
  /** The address mail comes from. */
  readonly from: string
}

export type MailPlace = {
  /** The address people use, for the links in a mail. */
  readonly site: string
  readonly regionName: string
  readonly isExample: boolean
}

/** So long a server may be silent, in milliseconds; then it is tried again later. */
const patience = 15_000

/** Sends by a mail server; what it refuses for good is an answer, anything else is thrown and tried again. */
export function smtpMailer(
  { url, from }: MailSetting,
  place: MailPlace,
): Mailer & { close(): void } {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Nothing is fetched and no file is read because of what stands in a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    isExample: place.isExample,
    async send(mail) {
      try {
        await transport.sendMail(written(mail, from, place))
        return { accepted: true }
      } catch (fault) {
        return answerOf(fault)
      }
    },
    close: () => transport.close(),
  }
}

/** A mail as it is sent: plain text and simple HTML that say the same, and nothing that tells who opened it. */
export function written(mail: Mail, from: string, place: MailPlace) {
  const { to, subject, lines, language, message, stopPath } = mail
  const { site, regionName } = place
  return {
    from: { name: senderName(regionName, language), address: from },
    to,
    subject,
    text: textOf(lines, site),
    html: htmlOf(lines, site, language),
    messageId: messageIdOf(message, site),
    headers: {
      'Content-Language': language,
      'Auto-Submitted': 'auto-generated',
      ...(stopPath !== undefined && {
        'List-Unsubscribe': `<${site}${stopPath}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}

function messageIdOf(message: string, site: string): string {
  return `<${message}@${new URL(site).hostname}>`
}

function textOf(lines: readonly MailLine[], site: string): string {
  return `${lines
    .map(({ text, path }) => (path === undefined ? text : `${text}:\n${site}${path}`))
    .join('\n\n')}\n`
}

function htmlOf(lines: readonly MailLine[], site: string, language: string): string {
  const paragraphs = lines.map(({ text, path }) => {
    const said = escaped(text)
    if (path === undefined) return `<p>${said}</p>`
    const address = escaped(`${site}${path}`)
    return `<p>${said}:<br><a href="${address}">${address}</a></p>`
  })
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(lines[0]?.text ?? '')}</title></head>
<body>${paragraphs.join('\n')}</body></html>
`
}

const special: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (each) => special[each] ?? each)
}

const permanent = 500

// Only what the server said about this mail itself is final; a login or a line that fails is ours to mend.
function answerOf(fault: unknown): MailAnswer {
  const isSaid = fault instanceof Error && 'responseCode' in fault && 'command' in fault
  const code = isSaid ? Number(fault.responseCode) : Number.NaN
  const isAboutMail = isSaid && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(String(fault.command))
  if (isAboutMail && code >= permanent) return { refused: code }
  throw fault
}
