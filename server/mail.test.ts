/** Mail by a real mail server on this machine: what is sent, to whom, how often, and what a refusal does. */
import { mkdtempSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { changeContact, viewContact } from '../operations/change-contact.ts'
import { changeFile } from '../operations/change-file.ts'
import { confirmAddress } from '../operations/confirm-address.ts'
import { carryOut, inTransaction, isRefusal, type Mailer } from '../operations/operation.ts'
import { respond } from '../operations/respond.ts'
import { doDueJob, doDueJobs, mailTasks } from '../operations/tasks.ts'
import { tellList } from '../operations/tell-list.ts'
import { exportFile } from '../operations/view-own-file.ts'
import { done, type LettingRegion, lettingRegion, type Seeker } from '../tests/letting-region.ts'
import { readConfig } from './config.ts'
import { smtpMailer } from './mail.ts'
import { developmentOutbox } from './outbox.ts'

type Received = { readonly to: string; readonly raw: string }

let region: LettingRegion
let mailer: Mailer & { close(): void }
let received: Received[] = []
let server: SMTPServer | undefined
let port = 0
/** What the server says to an address; nothing is yes. */
const answers = new Map<string, number>()
const place = { site: 'https://woningen.example', regionName: 'Parkstad', isExample: true }

beforeAll(async () => {
  region = await lettingRegion('2026-03-02T09:00:00Z')
  await startServer()
  mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'post@woningen.example' }, place)
  Object.assign(region.setting, { mailer })
})
afterAll(async () => {
  mailer?.close()
  await stopServer()
  await region?.database.drop()
})
afterEach(() => {
  received = []
  answers.clear()
})

async function startServer(): Promise<void> {
  const made = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false },
    closeTimeout: 50,
    onRcptTo({ address }, _, answer) {
      const code = answers.get(address)
      if (code === undefined) return answer()
      answer(Object.assign(new Error('no'), { responseCode: code }))
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const [to] = session.envelope.rcptTo
        received.push({ to: to?.address ?? '', raw: Buffer.concat(parts).toString('utf8') })
        answer()
      })
    },
  })
  made.on('error', () => {})
  await new Promise<void>((ready) => made.listen(port, '127.0.0.1', ready))
  const address = made.server.address()
  port = typeof address === 'object' && address ? address.port : port
  server = made
}

async function stopServer(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (!server) return
  server.close(() => resolve())
  server = undefined
  await promise
}

/** A mail with its soft line ends undone. */
function plain({ raw }: Received): string {
  return raw
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/((?:=[0-9A-F]{2})+)/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
    )
}

const headerOf = (mail: Received, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'mi').exec(mail.raw)?.[1]?.trim()

/** Somebody whose address was shown to be theirs by the link in a mail. */
async function reachable(name: string): Promise<Seeker & { readonly email: string }> {
  const seeker = await region.seeker({ name })
  await doDueJobs(region.setting)
  const mail = received.at(-1)
  const [, token = ''] = /\/mail\/bevestigen\/([\w-]+)/.exec(mail ? plain(mail) : '') ?? []
  await inTransaction(region.setting, undefined, async (doing) =>
    done(await confirmAddress(doing, token)),
  )
  await doDueJobs(region.setting)
  received = []
  return { ...seeker, email: mail?.to ?? '' }
}

describe('an address', () => {
  test('gets nothing but a link before it was shown to be theirs, and that works once', async () => {
    const seeker = await region.seeker({ name: 'Nieuw Voorbeeld' })
    await doDueJobs(region.setting)
    expect(received).toHaveLength(1)
    const [mail] = received
    const text = mail ? plain(mail) : ''
    const [, token = ''] = /\/mail\/bevestigen\/([\w-]+)/.exec(text) ?? []
    expect(token.length).toBeGreaterThan(40)
    expect(await viewContact(region.setting, seeker, seeker.person)).toMatchObject({
      mail: 'asked',
    })
    const confirm = () =>
      inTransaction(region.setting, undefined, (doing) => confirmAddress(doing, token))
    expect(isRefusal(await confirm())).toBe(false)
    expect(await confirm()).toMatchObject({ refused: 'not-found' })
    expect(await viewContact(region.setting, seeker, seeker.person)).toMatchObject({
      mail: 'works',
    })
    await doDueJobs(region.setting)
  })

  test('that whoever says who people are vouches for needs no link', async () => {
    const human = await region.human('Bekend Voorbeeld')
    await region.store
      .updateTable('human')
      .set({ email: 'bekend@example.org', email_verified: true })
      .where('id', '=', human)
      .execute()
    const actor = { human, roles: [], mandates: [] }
    const { register } = await import('../operations/register.ts')
    const { date } = await import('../core/basics/calendar-date.ts')
    const { person } = done(
      await carryOut(region.setting, actor, register, {
        ...{ name: 'Bekend Voorbeeld', email: 'Bekend@example.org', born: date('1980-01-01') },
        ...{ householdSize: 1, children: 0, incomeCents: 2_000_000, housingSituation: 'starter' },
        ...{ municipality: 'heerlen', livesThereSince: date('2010-01-01'), wishes: {} },
      }),
    )
    const own = { ...actor, person }
    expect(await viewContact(region.setting, own, person)).toMatchObject({ mail: 'works' })
    await doDueJobs(region.setting)
  })

  test('that is changed is unknown again, until the new link is followed', async () => {
    const seeker = await reachable('Verhuisd Voorbeeld')
    done(
      await carryOut(region.setting, seeker, changeContact, {
        ...{ person: seeker.person, wants: 'everything', language: 'nl' },
        ...{ email: 'ander@example.org', phone: '', postalAddress: '' },
      }),
    )
    await doDueJobs(region.setting)
    expect(received.map(({ to }) => to).toSorted()).toEqual(
      ['ander@example.org', seeker.email].toSorted(),
    )
    expect(await viewContact(region.setting, seeker, seeker.person)).toMatchObject({
      mail: 'asked',
    })
  })

  test('that was theirs hears that it is another, whatever else was said with it, and is then forgotten', async () => {
    const seeker = await reachable('Beroofd Voorbeeld')
    const { person } = seeker
    done(
      await carryOut(region.setting, seeker, changeContact, {
        ...{ person: seeker.person, wants: 'nothing', language: 'nl' },
        ...{ email: 'dief@example.org', phone: '', postalAddress: '' },
      }),
    )
    await doDueJobs(region.setting)
    const [toOld, ...others] = received.filter(({ to }) => to === seeker.email)
    expect(others).toEqual([])
    const text = toOld ? plain(toOld) : ''
    expect(text).toContain('Hoe wij u bereiken, is veranderd')
    expect(text).not.toContain('dief@')
    expect(await region.store.selectFrom('old_address').selectAll().execute()).toEqual([])
    // Nothing else goes there any more.
    received = []
    done(await carryOut(region.setting, seeker, changeFile, { person, householdSize: 2 }))
    await doDueJobs(region.setting)
    expect(received).toEqual([])
  })

  test('that was theirs hears it too where their data are changed, and when mail is only switched off', async () => {
    const one = await reachable('Bestolen Voorbeeld')
    const { person } = one
    done(await carryOut(region.setting, one, changeFile, { person, email: 'dief2@example.org' }))
    await doDueJobs(region.setting)
    expect(received.map(({ to }) => to)).toContain(one.email)
    const two = await reachable('Stilgezet Voorbeeld')
    const { email } = two
    done(
      await carryOut(region.setting, two, changeContact, {
        ...{ person: two.person, wants: 'nothing', language: 'nl' },
        ...{ email, phone: '', postalAddress: '' },
      }),
    )
    await doDueJobs(region.setting)
    expect(received.filter(({ to }) => to === email)).toHaveLength(1)
  })

  test('that sends back what is said of an old one works on', async () => {
    const seeker = await reachable('Terug Voorbeeld')
    done(
      await carryOut(region.setting, seeker, changeContact, {
        ...{ person: seeker.person, wants: 'everything', language: 'nl' },
        ...{ email: 'nieuw.terug@example.org', phone: '', postalAddress: '' },
      }),
    )
    const refusing = {
      ...region.setting,
      mailer: { isExample: true, send: async () => ({ refused: 550 }) },
    }
    await doDueJobs(refusing)
    const { bounced_at } = await region.store
      .selectFrom('contact')
      .select('bounced_at')
      .where('person', '=', seeker.person)
      .executeTakeFirstOrThrow()
    expect(bounced_at).toBeNull()
    expect(await region.store.selectFrom('old_address').selectAll().execute()).toEqual([])
    received = []
  })

  test('never stands in the log, nor in what is exported of anybody else', async () => {
    const { email, ...seeker } = await reachable('Stil Voorbeeld')
    const bodies = await region.store.selectFrom('event').select('body').execute()
    expect(bodies.some(({ body }) => body.includes(email))).toBe(false)
    const values = await region.store.selectFrom('event_value').select('value').execute()
    expect(values.some(({ value }) => JSON.stringify(value).includes(email))).toBe(false)
    expect(JSON.stringify(await exportFile(region.setting, seeker, seeker.person))).toContain(email)
  })
})

describe('a mail', () => {
  test('says that there is a message and where, and nothing of whom', async () => {
    const seeker = await reachable('Geheim Voorbeeld')
    const { listing } = await region.closedListing(1)
    await region.store
      .insertInto('standing')
      .values({
        region: region.region,
        listing,
        person: seeker.person,
        place: 2,
        tier: null,
        code: null,
      })
      .execute()
    await inTransaction(region.setting, undefined, (doing) =>
      tellList(doing, { listing, code: 'result' }),
    )
    await doDueJobs(region.setting)
    const mail = received.find(({ to }) => to === seeker.email)
    const text = mail ? plain(mail) : ''
    expect(headerOf(mail ?? { to: '', raw: '' }, 'Subject')).toBe(
      'Er staat een bericht voor u klaar',
    )
    expect(text).toContain('https://woningen.example/mijn/berichten')
    expect(text).toContain('De uitslag van een woning')
    for (const secret of ['Geheim', seeker.person, seeker.human, 'Voorbeeldstraat']) {
      expect(text.replaceAll(/^(To|Message-ID):.*$/gim, '')).not.toContain(secret)
    }
    expect(text).not.toMatch(/<img|utm_|pixel/)
    const [, reference = ''] = /Kenmerk: ([0-9a-f-]{14})/.exec(text) ?? []
    const { isOurs } = await import('../operations/view-own-file.ts')
    expect(await isOurs(region.setting, reference)).toMatchObject({ code: 'result' })
  })

  test('is English for who reads English', async () => {
    const seeker = await reachable('English Voorbeeld')
    done(
      await carryOut(region.setting, seeker, changeContact, {
        ...{ person: seeker.person, wants: 'everything', language: 'en' },
        ...{ email: seeker.email, phone: '', postalAddress: '' },
      }),
    )
    await addOffer(seeker)
    await doDueJobs(region.setting)
    const subjects = received.map((mail) => headerOf(mail, 'Subject'))
    expect(subjects).toEqual(['There is a message for you that waits for you'])
    expect(received.map((mail) => headerOf(mail, 'Content-Language'))).toEqual(['en'])
  })

  test('is not sent to who wants none, or only of what matters', async () => {
    const none = await reachable('Niets Voorbeeld')
    const some = await reachable('Weinig Voorbeeld')
    for (const [seeker, wants] of [
      [none, 'nothing'],
      [some, 'important'],
    ] as const) {
      done(
        await carryOut(region.setting, seeker, changeContact, {
          ...{ person: seeker.person, wants, language: 'nl' },
          ...{ email: seeker.email, phone: '', postalAddress: '' },
        }),
      )
      const { tell } = await import('../store/messages.ts')
      await region.store.transaction().execute(async (transaction) => {
        const about = { facts: {}, at: region.now() }
        await tell(transaction, region.region, [seeker.person], { code: 'home-let', ...about })
        for (const code of ['offer-made', 'complaint-decided', 'judgement-answered']) {
          await tell(transaction, region.region, [seeker.person], { code, ...about })
        }
      })
    }
    await doDueJobs(region.setting)
    // The last that comes is that no more will: who did not ask for that must hear.
    const to = (email: string) => received.filter((each) => each.to === email)
    expect(to(none.email).map((mail) => plain(mail).includes('wij u bereiken'))).toEqual([true])
    expect(to(some.email)).toHaveLength(3)
  })

  test('of a response that was not kept does not exist', async () => {
    const seeker = await reachable('Te laat Voorbeeld')
    const before = await waiting()
    const refused = await carryOut(region.setting, seeker, respond, {
      ...{ listing: 999_999, person: seeker.person, via: 'self' as const },
    })
    expect(isRefusal(refused)).toBe(true)
    expect(await waiting()).toBe(before)
  })
})

describe('a mail server', () => {
  test('that is down gets the mail when it is back, once, and holds up nothing else', async () => {
    const seeker = await reachable('Geduldig Voorbeeld')
    await addOffer(seeker)
    await stopServer()
    expect(await doDueJob(region.setting)).toMatchObject({
      task: 'send-mail',
      fault: 'Error ESOCKET',
    })
    expect(await doDueJob(region.setting)).toBeUndefined()
    await startServer()
    region.goTo(new Date(region.now().getTime() + 5_000))
    expect(await doDueJob(region.setting)).toMatchObject({ outcome: { state: 'accepted' } })
    expect(await doDueJob(region.setting, mailTasks)).toBeUndefined()
    expect(received).toHaveLength(1)
  })

  test('that says later is asked later; that says never is not asked again', async () => {
    const seeker = await reachable('Terug Voorbeeld')
    answers.set(seeker.email, 451)
    await addOffer(seeker)
    expect(await doDueJob(region.setting)).toMatchObject({ fault: 'Error EENVELOPE' })
    answers.set(seeker.email, 550)
    region.goTo(new Date(region.now().getTime() + 60_000))
    expect(await doDueJob(region.setting)).toMatchObject({ outcome: { state: 'refused' } })
    expect(await viewContact(region.setting, seeker, seeker.person)).toMatchObject({
      mail: 'bounced',
    })
    await addOffer(seeker)
    expect(await doDueJob(region.setting)).toBeUndefined()
    // Who says that it works again is tried again.
    answers.clear()
    done(
      await carryOut(region.setting, seeker, changeContact, {
        ...{ person: seeker.person, wants: 'everything', language: 'nl', askAgain: true },
        ...{ email: seeker.email, phone: '', postalAddress: '' },
      }),
    )
    await doDueJobs(region.setting)
    expect(received.map(({ to }) => to)).toEqual([seeker.email])
  })

  test('that has the mail of who was killed before noting it gets the same name again', async () => {
    const seeker = await reachable('Dubbel Voorbeeld')
    await addOffer(seeker)
    const killed = { ...region.setting, mailer: { ...mailer, send: sendAndFall } }
    async function sendAndFall(...asked: Parameters<Mailer['send']>): ReturnType<Mailer['send']> {
      await mailer.send(...asked)
      throw new Error('killed between what the server said and noting it')
    }
    expect(await doDueJob(killed)).toHaveProperty('fault')
    region.goTo(new Date(region.now().getTime() + 5_000))
    expect(await doDueJob(region.setting)).toMatchObject({ outcome: { state: 'accepted' } })
    const names = received.map((mail) => headerOf(mail, 'Message-ID'))
    expect(names).toHaveLength(2)
    expect(new Set(names).size).toBe(1)
  })

  test('that is silent for days is given up, and the message stands', async () => {
    const seeker = await reachable('Vergeten Voorbeeld')
    await addOffer(seeker)
    region.goTo(new Date(region.now().getTime() + 6 * 86_400_000))
    const outcomes = await doDueJobs(region.setting)
    expect(outcomes.filter(({ task }) => task === 'send-mail')).toMatchObject([
      { outcome: { state: 'refused' } },
    ])
    expect(received).toEqual([])
    expect(await viewContact(region.setting, seeker, seeker.person)).toMatchObject({
      mail: 'works',
    })
  })

  test('that hangs is given up after a while', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const silent: Server = createServer((socket) => void socket.on('error', () => {}))
    silent.listen(0, '127.0.0.1', resolve)
    await promise
    const address = silent.address()
    const on = typeof address === 'object' && address ? address.port : 0
    const hanging = smtpMailer(
      { url: `smtp://127.0.0.1:${on}?greetingTimeout=200`, from: 'a@b.example' },
      place,
    )
    const mail = {
      message: 'x',
      to: 'c@d.example',
      language: 'nl',
      subject: 's',
      lines: [],
    } as const
    await expect(hanging.send(mail)).rejects.toThrow()
    hanging.close()
    silent.close()
  })
})

describe('the database', () => {
  test('that goes away while a mail is sent leaves the job to do', async () => {
    const seeker = await reachable('Weg Voorbeeld')
    await addOffer(seeker)
    const before = await waiting()
    const cutting = { ...region.setting, mailer: { ...mailer, send: cutThenSend } }
    async function cutThenSend(...asked: Parameters<Mailer['send']>): ReturnType<Mailer['send']> {
      const { sql } = await import('kysely')
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(region.store)
      return mailer.send(...asked)
    }
    await doDueJob(cutting).catch(() => undefined)
    expect(await waiting()).toBe(before)
    region.goTo(new Date(region.now().getTime() + 60_000))
    expect(await doDueJobs(region.setting)).toContainEqual(
      expect.objectContaining({ outcome: expect.objectContaining({ state: 'accepted' }) }),
    )
  })
})

describe('the outbox of development', () => {
  test('keeps one file a message, and refuses production', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'uitbak-'))
    const { mailer: outbox } = developmentOutbox(folder, place, false)
    const message = region.setting.newId()
    const mail = { message, to: 'c@d.example', language: 'nl', subject: 's', lines: [] } as const
    await outbox.send(mail)
    await outbox.send(mail)
    expect(readdirSync(join(folder, 'uitbak'))).toEqual([`${message}.json`])
    expect(() => developmentOutbox(folder, place, true)).toThrow('not for production')
  })
})

test('settings of mail that cannot be are refused, and the password is not said', () => {
  expect(() => readConfig({ SMTP_URL: 'http://u:geheim@host', MAIL_FROM: 'a@b.example' })).toThrow(
    /^(?!.*geheim).*smtp:\/\//,
  )
  expect(() => readConfig({ SMTP_URL: 'smtp://host' })).toThrow('MAIL_FROM')
  expect(readConfig({ SMTP_URL: 'smtp://host', MAIL_FROM: 'a@b.example' }).mail).toEqual({
    ...{ url: 'smtp://host', from: 'a@b.example' },
  })
})

async function waiting(): Promise<number> {
  const jobs = await region.store
    .selectFrom('job')
    .select('id')
    .where('task', '=', 'send-mail')
    .execute()
  return jobs.length
}

/** A message that matters, as an offer is. */
async function addOffer({ person }: Seeker): Promise<void> {
  const { tell } = await import('../store/messages.ts')
  await region.store.transaction().execute((transaction) =>
    tell(transaction, region.region, [person], {
      code: 'offer-made',
      facts: {},
      at: region.now(),
    }),
  )
}
