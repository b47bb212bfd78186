/** Stock from a file: looked at line by line first, then all of it or nothing; and tables that compute nothing. */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { landlord } from '../tests/letting-region.ts'
import { type Browser, type PortalRegion, portalRegion } from '../tests/portal-region.ts'
import { tableLine } from './table-file.ts'

const path = '/beheer/in-en-uitvoer'
const stockPath = `${path}/voorraad`
let region: PortalRegion
let officer: Browser
let dwelling: number

beforeAll(async () => {
  region = await portalRegion()
  dwelling = await region.dwelling()
  officer = await region.browser(await region.worker('letting-officer'))
}, 30_000)
afterAll(async () => region?.database.drop())

const header =
  'Complex;Buurt;Gemeente;Adres;Soort woning;Soort huur;Huur;Slaapkamers;Oppervlakte;Geschikt voor'
const there = 'Voorbeeldhof;Centrum;Heerlen;Voorbeeldstraat 1;appartement;sociale huur'

async function send(text: string | Uint8Array<ArrayBuffer>, by = officer, of = landlord) {
  const page = await by.get(path)
  const [, csrf = ''] = /name="csrf" value="([^"]*)"/.exec(page.text) ?? []
  const form = new FormData()
  const file = new File([text], 'voorraad.csv', { type: 'text/csv' })
  for (const [name, value] of Object.entries({ csrf, key: crypto.randomUUID(), van: of })) {
    form.append(name, value)
  }
  form.append('doe', 'sturen')
  form.append('bestand', file)
  return by.send(stockPath, form)
}

const homes = async () =>
  region.store
    .selectFrom('dwelling')
    .innerJoin('complex', 'complex.id', 'dwelling.complex')
    .select(['dwelling.id', 'dwelling.address', 'complex.name', 'dwelling.facts'])
    .orderBy('dwelling.id')
    .execute()
const kinds = async () =>
  (await region.store.selectFrom('event').select('kind').orderBy('number').execute()).map(
    ({ kind }) => kind,
  )

describe('a file of stock', () => {
  test('with lines that cannot be right shows each with its number, and nothing comes in', async () => {
    const before = await kinds()
    const lines = [
      header,
      `${there};650;1;;Iedereen`,
      'Nieuwhof;Noord;Nergens;Noordlaan 1;appartement;sociale huur;650;1;;',
      'Nieuwhof;Noord;Heerlen;Noordlaan 2;kasteel;sociale huur;veel;1;;',
      'Nieuwhof;Noord;Heerlen;;appartement;sociale huur;650;1;0;',
      'Nieuwhof;Noord;Heerlen;Noordlaan 3;appartement;sociale huur;650,25;1;60;Rolstoel',
      'nieuwhof ;noord;heerlen;noordlaan  3;appartement;sociale huur;650,25;1;60;Rolstoel',
    ]
    expect((await send(lines.join('\r\n'))).status).toBe(303)
    const { text } = await officer.get(stockPath)
    const told = [
      ...text.matchAll(/<tr><td[^>]*>(\d+)<\/td><td[^>]*>([^<]*)<\/td><td[^>]*>([^<]*)/g),
    ]
    expect(told.map(([, line, column]) => `${line} ${column}`)).toEqual([
      ...['3 Gemeente', '4 Soort woning', '4 Huur per maand', '5 Adres', '5 Oppervlakte'],
      '7 Adres',
    ])
    expect(text).toContain('staat ook op regel 6')
    expect(text).not.toContain('value="invoeren"')
    const forced = await officer.post(stockPath, { doe: 'invoeren', van: landlord })
    expect([forced.status, forced.text.includes('Er is niets ingevoerd')]).toEqual([409, true])
    expect([await homes(), await kinds()]).toEqual([[expect.anything()], before])
  })

  test('that can be right comes in whole, each home with its event; the same file again does nothing', async () => {
    const lines = [
      header,
      `${there};699,50;1;;Iedereen`,
      'Nieuwhof;Noord;Heerlen;Noordlaan 1;Eengezinswoning;sociale huur;1.050,00;3;90;Rolstoel',
      'Nieuwhof;Noord;Heerlen;"Noordlaan 2; achter";appartement;sociale huur;650;1;;',
    ]
    lines[2] = lines[2]?.replace('Eengezinswoning', 'house') ?? ''
    await send(`\ufeff${lines.join('\n')}\n`)
    const preview = await officer.get(stockPath)
    expect(preview.text).toMatch(/Nieuwe woningen<\/dt><dd>2<.*veranderen<\/dt><dd>1</s)
    expect(preview.text).toContain('Nieuwhof (Noord)')
    const before = (await kinds()).length
    const done = await officer.post(stockPath, { doe: 'invoeren' })
    expect([done.status, done.location]).toEqual([303, `${stockPath}?ingevoerd=2-1`])
    expect((await officer.get(`${stockPath}?ingevoerd=2-1`)).text).toContain('2 nieuwe woningen')
    expect((await kinds()).slice(before)).toEqual([
      ...['complex-added', 'dwelling-added', 'dwelling-added', 'dwelling-changed'],
    ])
    const all = await homes()
    expect(all.map(({ name, address, facts }) => [name, address, facts.rent])).toEqual([
      ['Voorbeeldhof', 'Voorbeeldstraat 1', 69_950],
      ['Nieuwhof', 'Noordlaan 1', 105_000],
      ['Nieuwhof', 'Noordlaan 2; achter', 65_000],
    ])
    expect(all[1]?.facts).toMatchObject({
      landlord,
      municipality: 'heerlen',
      label: ['wheelchair'],
    })
    await send(lines.join('\n'))
    const again = await officer.get(stockPath)
    expect(again.text).toContain('staat er al precies zo')
    expect((await officer.post(stockPath, { doe: 'weggooien' })).status).toBe(303)
    expect((await officer.get(stockPath)).text).toContain('geen bestand klaar')
  })

  test('is not for another landlord, and says what is wrong with what is no table', async () => {
    expect((await send(header, officer, 'anderwonen')).status).toBe(404)
    const auditor = await region.browser(await region.worker('auditor', ''))
    expect((await auditor.get(stockPath)).status).toBe(404)
    const none = await send('')
    expect([none.status, none.text.includes('href="#bestand"')]).toEqual([422, true])
    expect((await send(Uint8Array.of(80, 75, 0, 1))).text).toContain('geen CSV-bestand')
    expect((await send('x'.repeat((2 << 20) + 1))).text).toContain('groter dan 2 MB')
    await send('Complex;Adres\nHof;Laan 1')
    expect((await officer.get(stockPath)).text).toContain('Deze kolom ontbreekt')
    await send(`${header}\n"Hof;Noord`)
    expect((await officer.get(stockPath)).text).toContain('geen CSV meer')
  })

  test('that became wrong while it waited comes in no more: a home that stands empty does not change', async () => {
    await send(
      `${header}\n${there};800;1;;\nNieuwhof;Noord;Heerlen;Noordlaan 7;studio;sociale huur;500;0;;`,
    )
    expect((await officer.get(stockPath)).text).toContain('value="invoeren"')
    const at = region.now()
    await region.store
      .insertInto('vacancy')
      .values({
        ...{ region: region.region, dwelling, landlord, free_from: 20_000 as never },
        ...{ reported_at: at, in_vain_since: null, let_at: null },
      })
      .execute()
    const before = await homes()
    const refused = await officer.post(stockPath, { doe: 'invoeren' })
    expect([refused.status, refused.text.includes('staat leeg')]).toEqual([409, true])
    expect(await homes()).toEqual(before)
  })
})

describe('a table that goes out', () => {
  test('has the columns in which it comes in, and computes nothing', async () => {
    const complex = crypto.randomUUID()
    await region.store
      .insertInto('complex')
      .values({
        ...{ region: region.region, id: complex, landlord, name: '=HYPERLINK("x")' },
        ...{ municipality: 'heerlen', neighbourhood: '+31' },
      })
      .execute()
    const facts = JSON.stringify({
      'dwelling-type': 'studio',
      segment: 'social',
      rent: 50_000,
      bedrooms: 0,
      rooms: 1,
    })
    await region.store
      .insertInto('dwelling')
      .values({ region: region.region, complex, address: '@laan 1', facts })
      .execute()
    const { text, headers } = await officer.get(`${stockPath}/${landlord}`)
    expect(headers.get('content-disposition')).toContain('attachment')
    const rows: string[][] = parse(text, { bom: true, delimiter: ';' })
    expect(rows.at(-1)?.slice(0, 4)).toEqual([`'=HYPERLINK("x")`, "'+31", 'Heerlen', "'@laan 1"])
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    // It comes in again as it went out, and nothing is new.
    await send(text)
    const preview = await officer.get(stockPath)
    expect(preview.text).toContain('staat er al precies zo')
    expect((await officer.get(`${stockPath}/anderwonen`)).status).toBe(404)
  })

  test('says what became of homes, exactly, for the landlord and the municipality, and of no other', async () => {
    const { listing } = await region.closedListing(3)
    const municipal = await region.browser(await region.worker('municipal-policy', 'heerlen'))
    officer = await region.browser(await region.worker('letting-officer'))
    for (const [by, scope] of [
      [officer, landlord],
      [municipal, 'heerlen'],
    ] as const) {
      const { text } = await by.get(`${path}/uitkomsten/${scope}`)
      const rows: Record<string, string>[] = parse(text, {
        bom: true,
        delimiter: ';',
        columns: true,
      })
      expect(rows).toMatchObject([{ Woning: String(listing), Reacties: '3', Stand: 'gesloten' }])
      expect(text).not.toContain('Zoeker')
    }
    expect((await municipal.get(`${path}/uitkomsten/kerkrade`)).status).toBe(404)
    expect((await officer.get(`${path}/uitkomsten/heerlen`)).status).toBe(404)
    expect((await municipal.get(path)).text).toContain('Uitkomsten in Heerlen')
  })

  test('keeps every value one value', () => {
    expect(tableLine(['a;b', 'c"d', '\t=1', -5, undefined])).toBe(`"a;b";"c""d";'\t=1;-5;\r\n`)
  })
})
