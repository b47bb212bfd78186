/** A person lets another act for them: with a code, within limits, and until they say stop. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeListing } from '../operations/close-listing.ts'
import { inTransaction } from '../operations/operation.ts'
import { done } from '../tests/letting-region.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'

let region: PortalRegion
beforeAll(async () => {
  region = await portalRegion()
})
afterAll(async () => region?.database.drop())

async function codeFrom(own: Browser, mag = '', name = 'Mijn kleinzoon'): Promise<string> {
  const form = { naam: name, duur: '3', ...(mag !== '' && { mag }) }
  const given = await own.post('/mijn/machtigingen', form)
  expect(given).toMatchObject({ status: 303, location: '/mijn/machtigingen/code' })
  const page = await own.get('/mijn/machtigingen/code')
  const [, code = ''] = /class="code">([0-9A-Z-]{14})</.exec(page.text) ?? []
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  return code
}

async function helped(mag = '') {
  const seeker = await region.seeker({ name: 'Oma Voorbeeld' })
  const own = await region.browser(seeker)
  const human = await region.newHuman('Kleinzoon Voorbeeld')
  const helper = await region.browser(human)
  const code = await codeFrom(own, mag)
  const taken = await helper.post('/mijn/namens/code', { code }, '/mijn/namens')
  expect(taken).toMatchObject({ status: 303, location: '/mijn' })
  return { seeker, own, human, helper, code }
}

describe('giving a mandate', () => {
  test('shows the code once, keeps only its hash, and names both in the log of the person', async () => {
    const { own, code, helper } = await helped('respond')
    expect((await own.get('/mijn/machtigingen/code')).text).not.toContain(code)
    expect((await helper.get('/mijn')).text).toContain('U handelt namens Oma Voorbeeld')
    const page = await own.get('/mijn/machtigingen')
    expect(page.text).toContain('Kleinzoon Voorbeeld')
    expect(page.text).toContain('Mag: meelezen en reageren.')
    expect((await own.get('/mijn/inzage')).text).toContain('Machtiging aangenomen')
    expect((await own.get('/mijn/berichten')).text).toContain('Iemand mag nu voor u handelen')
    const kept = await region.store.selectFrom('performed').select('outcome').execute()
    expect(JSON.stringify(kept)).not.toContain(code)
    const events = await region.store.selectFrom('event').select('body').execute()
    expect(JSON.stringify(events)).not.toContain(code)
  })

  test('a code works once, typed in any way, and never for the person themselves', async () => {
    const own = await region.browser(await region.seeker())
    const code = await codeFrom(own)
    const self = await own.post('/mijn/namens/code', { code }, '/mijn/namens')
    expect(self).toMatchObject({ status: 422 })
    expect(self.text).toContain('Dit is uw eigen code')
    const first = await region.browser(await region.newHuman('Een'))
    const second = await region.browser(await region.newHuman('Twee'))
    const typed = code.toLowerCase().replaceAll('-', ' ')
    const taken = await Promise.all([
      first.post('/mijn/namens/code', { code: typed }, '/mijn/namens'),
      second.post('/mijn/namens/code', { code: typed }, '/mijn/namens'),
    ])
    expect(taken.map(({ status }) => status).toSorted()).toEqual([303, 422])
  })

  test('a code lapses, and an invitation that is withdrawn is worth nothing', async () => {
    const own = await region.browser(await region.seeker())
    const withdrawn = await codeFrom(own)
    const page = await own.get('/mijn/machtigingen')
    const [, invite = ''] = /name="invite" value="([^"]+)"/.exec(page.text) ?? []
    await own.post('/mijn/machtigingen/stoppen', { invite }, '/mijn/machtigingen')
    const helper = await region.newHuman('Te laat')
    const late = await region.browser(helper)
    const tried = await late.post('/mijn/namens/code', { code: withdrawn }, '/mijn/namens')
    expect(tried.status).toBe(422)
    const lapsing = await codeFrom(await region.browser(await region.seeker()))
    region.later(15)
    const later = await region.browser(helper)
    const lapsed = await later.post('/mijn/namens/code', { code: lapsing }, '/mijn/namens')
    expect(lapsed.text).toContain('Deze code kennen wij niet')
    region.later(-15)
  })

  test('sending the form twice makes one invitation and shows the same code', async () => {
    const own = await region.browser(await region.seeker())
    const page = await own.get('/mijn/machtigingen')
    const hidden = Object.fromEntries(
      [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const form = { ...hidden, naam: 'Mijn zus', duur: '12' }
    const cookie = () => own.cookies.get('machtigingscode')
    await own.post('/mijn/machtigingen', form)
    const first = cookie()
    await own.post('/mijn/machtigingen', form)
    expect(cookie()).toBe(first)
    expect((await own.get('/mijn/machtigingen')).text.match(/nog niet aangenomen/g)).toHaveLength(1)
  })

  test('says what is missing and keeps what was typed', async () => {
    const own = await region.browser(await region.seeker())
    const page = await own.post('/mijn/machtigingen', { mag: 'renew', duur: '6' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('href="#naam"')
    expect(page.text).toMatch(/value="renew" checked/)
    expect(page.text).toMatch(/value="6" checked/)
  })
})

describe('the limits of a mandate', () => {
  const acts = [
    ['respond', 'post', 'reageren'],
    ['renew', 'post', '/mijn/inschrijving/verlengen'],
    ['change', 'get', '/mijn/gegevens/veranderen'],
    ['change', 'post', '/mijn/wensen'],
  ] as const

  test.each(acts)('%s is needed to %s %s', async (scope, method, path) => {
    const listing = await region.listing(7)
    const address = path === 'reageren' ? `/woningen/${listing}/reageren` : path
    const page = path.startsWith('/mijn/inschrijving') ? '/mijn/inschrijving' : address
    const all = ['respond', 'renew', 'change', 'papers']
    const others = all.filter((each) => each !== scope)
    const refused = (await helped(others.join(','))).helper
    const answer = await (method === 'get'
      ? refused.get(address)
      : refused.post(address, {}, page === address ? '/mijn' : page))
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('Dit mag u niet namens Oma Voorbeeld')
    const allowed = (await helped(scope)).helper
    const done = await (method === 'get' ? allowed.get(address) : allowed.post(address, {}, page))
    expect(done.text).not.toContain('Dit mag u niet')
    expect([200, 303, 409, 422]).toContain(done.status)
  })

  test('what a helper may not do is not held out to them', async () => {
    const reads = (await helped('respond')).helper
    expect((await reads.get('/mijn')).text).not.toMatch(/href="\/mijn\/(documenten|machtigingen)"/)
    expect((await reads.get('/mijn/gegevens')).text).not.toContain('/mijn/gegevens/veranderen')
    const changes = (await helped('change,papers')).helper
    expect((await changes.get('/mijn')).text).toContain('href="/mijn/documenten"')
    expect((await changes.get('/mijn/gegevens')).text).toContain('/mijn/gegevens/veranderen')
  })

  test('everything a helper does is marked with who did it, for whom', async () => {
    const { own, helper } = await helped('respond')
    const listing = await region.listing(7)
    await helper.post(`/woningen/${listing}/reageren`)
    expect((await own.get('/mijn/berichten')).text).toContain(
      'Gedaan door Kleinzoon Voorbeeld, namens u.',
    )
    expect((await own.get('/mijn/inzage')).text).toContain('Kleinzoon Voorbeeld, namens u')
    const event = await region.store
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'responded')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(event.body)).toMatchObject({ via: 'helper' })
  })
})

describe('stopping a mandate', () => {
  test('between page and send nothing is done, least of all in the own file of the helper', async () => {
    const { own, human, seeker } = await helped('respond')
    const alsoSeeker = await region.seeker({ name: 'Kleinzoon Zelf' })
    const code = await codeFrom(own, 'respond')
    const helper = await region.browser(alsoSeeker)
    await helper.post('/mijn/namens/code', { code }, '/mijn/namens')
    const listing = await region.listing(7)
    const page = await helper.get(`/woningen/${listing}/reageren`)
    const hidden = Object.fromEntries(
      [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    expect(hidden.namens).toBe(seeker.person)
    await own.post('/mijn/machtigingen/stoppen', { helper: alsoSeeker.human }, '/mijn/machtigingen')
    const sent = await helper.post(`/woningen/${listing}/reageren`, hidden, '/hulp')
    expect(sent.status).toBe(403)
    expect(sent.text).toContain('Uw machtiging is gestopt')
    const again = await helper.post(`/woningen/${listing}/reageren`, hidden, '/hulp')
    expect(again.status).toBe(403)
    const responses = await region.store
      .selectFrom('response')
      .select('person')
      .where('listing', '=', listing)
      .execute()
    expect(responses).toEqual([])
    expect((await helper.get('/mijn')).text).toContain('Dag Kleinzoon')
    expect(human.human).not.toBe(alsoSeeker.human)
  })

  test('choosing somebody else in another window stops what was meant for the first', async () => {
    const { helper, seeker } = await helped('respond')
    const listing = await region.listing(7)
    const form = { namens: 'somebody-else-who-gave-none', key: 'k' }
    const sent = await helper.post(`/woningen/${listing}/reageren`, form, '/mijn')
    expect([403, 409]).toContain(sent.status)
    const responses = await region.store
      .selectFrom('response')
      .select('person')
      .where('person', '=', seeker.person)
      .execute()
    expect(responses).toEqual([])
  })

  test('a helper is shown no button that their mandate does not allow, and reads why', async () => {
    const { helper, seeker, human } = await helped()
    const listing = await region.listing(7)
    const home = (await helper.get(`/woningen/${listing}`)).text
    expect(home).toContain('niet in uw machtiging')
    expect(home).not.toContain(`href="/woningen/${listing}/reageren"`)
    expect((await helper.get('/mijn/inschrijving')).text).toContain('niet in uw machtiging')
    await region.responded(listing, [seeker])
    region.later(8)
    done(await inTransaction(region.setting, undefined, (doing) => closeListing(doing, listing)))
    const again = await region.browser(human)
    const decisions = (await again.get('/mijn/beslissingen')).text
    expect(decisions).toContain('geen klacht of bezwaar')
    expect(decisions).not.toContain('/oneens"')
    expect((await again.get(`/mijn/beslissingen/lijst-${listing}/oneens`)).status).toBe(403)
    const own = await region.browser(seeker)
    expect((await own.get('/mijn/beslissingen')).text).toContain(`lijst-${listing}/oneens"`)
  })

  test('a helper can give their own mandate back, and nobody else’s', async () => {
    const { helper, own, human } = await helped()
    const other = await helped()
    const forged = await helper.post(
      '/mijn/machtigingen/stoppen',
      { helper: other.human.human },
      '/mijn',
    )
    expect(forged.status).toBe(404)
    expect((await other.helper.get('/mijn')).text).toContain('U handelt namens')
    const page = await helper.get('/mijn/namens')
    const [, person = ''] = /name="person" value="([0-9a-f-]{36})"/.exec(page.text) ?? []
    await helper.post('/mijn/namens/terug', { person }, '/mijn/namens')
    expect((await helper.get('/mijn/namens')).text).toContain('Niemand heeft u gemachtigd')
    expect((await own.get('/mijn/machtigingen')).text).not.toContain(human.human)
  })
})

test('nobody who works here handles the file of whom they help', async () => {
  const { own, seeker } = await helped()
  const worker = await region.worker('letting-officer')
  const code = await codeFrom(own)
  const browser = await region.browser(worker)
  await browser.post('/mijn/namens/code', { code }, '/mijn/namens')
  const { email } = await region.store
    .selectFrom('person')
    .select('email')
    .where('id', '=', seeker.person)
    .executeTakeFirstOrThrow()
  const answer = await browser.post('/werk/balie', {
    ...{ verhuurder: 'voorbeeldwonen', email: email ?? '', geboren: '1-2-1990' },
  })
  expect(answer.status).toBe(422)
})
