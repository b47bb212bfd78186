/**
 * What somebody could send (voorbeelden), by the name of the route: shown in the document and on its page. A test
 * reads each by the schema of its route, and misses none.
 */
import type { OperationName } from '../words/api-operations.ts'

export const examples: Readonly<Partial<Record<OperationName, object>>> = {
  'passende-huur-berekenen': {
    huishoudgrootte: 1,
    inkomenCenten: 2000000,
    heeftAowLeeftijd: false,
  },
  'bewijs-controleren': {
    bewijs: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  inschrijven: {
    naam: 'Fatima Yilmaz',
    geboren: '1990-02-01',
    huishoudgrootte: 1,
    kinderen: 0,
    inkomenCenten: 2200000,
    woonsituatie: 'starter',
    woongemeente: 'heerlen',
    woontDaarSinds: '2024-05-01',
    woondeDaarvoor: [{ gemeente: 'kerkrade', sinds: '2010-01-01' }],
    verblijf: 'dutch',
    wensen: {
      gemeenten: ['heerlen'],
      slaapkamersMinimaal: 2,
    },
  },
  'gegevens-wijzigen': {
    kinderen: 1,
    huishoudgrootte: 2,
  },
  reageren: {
    woning: 1204,
  },
  'aanbieding-beantwoorden': {
    antwoord: 'accepteren',
  },
  'machtiging-geven': {
    naam: 'Mijn dochter',
    mag: ['lezen', 'reageren'],
    maanden: 12,
  },
  'machtiging-intrekken': {
    uitnodiging: '3f2a91bc-07de-4c11-9a40-5d2c8be1f0aa',
  },
  'machtiging-aannemen': {
    code: '7K2M-9QXD-4T1B',
  },
  'dossier-koppelen': {
    kenmerk: '3f2a-91bc-07de',
    geboren: '1950-04-03',
  },
  'samenvoeging-vragen': {
    huishoudgrootte: 2,
    kinderen: 0,
    inkomenCenten: 3000000,
  },
  'samenvoeging-bekijken': {
    code: '7K2M-9QXD-4T1B',
  },
  'samenvoeging-aannemen': {
    code: '7K2M-9QXD-4T1B',
  },
  'zoekopdracht-bewaren': {
    naam: 'Klein',
    filter: {
      slaapkamersMinimaal: 1,
    },
  },
  'zoekopdracht-wijzigen': {
    wat: 'wissen',
  },
  'bereikbaarheid-wijzigen': {
    telefoon: '045 123 45 67',
  },
  'gegevens-wissen': {
    bevestiging: true,
  },
  'document-geven': {
    aanbieding: '3f2a91bc-07de-4c11-9a40-5d2c8be1f0aa',
    soort: 'inkomen',
    inhoud: 'JVBERi0xLjcKJSVFT0Y=',
    isBsnOnleesbaar: true,
  },
  'klacht-indienen': {
    beslissing: 'lijst-1204',
    tekst: 'Mijn inschrijftijd is volgens mij te kort geteld.',
  },
  'automatisch-reageren': {
    tegelijk: 1,
  },
  'leeg-melden': {
    verhuureenheid: 1204,
    vrijVanaf: '2026-03-01',
  },
  'advertentie-maken': {
    leegmelding: 311,
    titel: 'Ruime woning met tuin',
    omschrijving: 'Rustige straat, dicht bij de bus.',
  },
  'advertentie-toetsen': {
    akkoord: true,
    toelichting: 'De huur klopt met wat is afgesproken.',
  },
  'advertentie-publiceren': {
    opentOp: '2026-03-01',
  },
  'advertentie-intrekken': {
    reden: 'woning-niet-geschikt',
  },
  aanbieden: {
    aantal: 3,
    bezichtigingOp: '2026-03-10T13:00:00Z',
  },
  'stukken-controleren': {
    soort: 'inkomen',
    bron: 'tax-statement',
    datum: '2026-03-01',
    uitkomst: 'klopt',
    inkomenCenten: 2200000,
  },
  'kandidaat-overslaan': {
    reden: 'niet-bereikt',
    contacten: [
      {
        manier: 'mail',
        op: '2026-03-01',
      },
      {
        manier: 'telefoon',
        op: '2026-03-03',
      },
    ],
  },
  toewijzen: {
    ingangsdatum: '2026-03-01',
  },
  'complex-toevoegen': {
    verhuurder: 'voorbeeldwonen',
    naam: 'Hof',
    gemeente: 'heerlen',
    buurt: 'Centrum',
  },
  'verhuureenheid-toevoegen': {
    adres: 'Straat 1',
    woningtype: 'house',
    segment: 'social',
    huurCenten: 60000,
    slaapkamers: 2,
  },
  'verhuureenheid-wijzigen': {
    woningtype: 'house',
    segment: 'social',
    huurCenten: 60000,
    slaapkamers: 2,
  },
  'balie-openen': {
    verhuurder: 'voorbeeldwonen',
    bekendAls: '3f2a-91bc-07de',
    geboren: '1950-04-03',
  },
  'balie-reageren': {
    woning: 1204,
  },
  'balie-gegevens-wijzigen': {
    kinderen: 1,
  },
  'balie-bereikbaarheid-wijzigen': {
    telefoon: '045 123 45 67',
    postadres: 'Straat 1, 6411 AA Heerlen',
  },
  'correctie-voorstellen': {
    ingeschrevenOp: '2020-01-01',
    grond: 'verkeerd-ingevoerd',
    bron: 'papieren-formulier',
  },
  'persoonscorrectie-voorstellen': {
    naam: 'Fatima Yılmaz',
    geboren: '1990-02-01',
    grond: 'verkeerd-ingevoerd',
    bewijs: 'paspoort',
    bewijsVan: '2024-05-02',
    isGezien: true,
  },
  'correctie-beoordelen': {
    akkoord: true,
    toelichting: 'Het formulier laat het zien.',
  },
  'op-papier-inschrijven': {
    verhuurder: 'voorbeeldwonen',
    inschrijving: {
      naam: 'Op Papier',
      geboren: '1960-01-01',
      huishoudgrootte: 1,
      kinderen: 0,
      inkomenCenten: 2000000,
      woonsituatie: 'starter',
      woongemeente: 'heerlen',
      woontDaarSinds: '2010-01-01',
    },
    postadres: 'Straat 1',
    isOndertekend: true,
  },
  'postopdracht-uitvoeren': {
    uitkomst: 'verstuurd',
  },
  'vervallen-beslissen': {
    vervalt: false,
    toelichting: 'Er is nog niet genoeg gedaan.',
  },
  'reactie-vragen': {
    werkdagen: 5,
  },
  'op-klacht-reageren': {
    tekst: 'Wij hebben het nagekeken.',
  },
  'klacht-beoordelen': {
    uitkomst: 'ongegrond',
    motivering: 'De lijst klopt.',
  },
  'oordeel-bevestigen': {
    akkoord: true,
  },
  'oordeel-opvolgen': {
    opvolging: 'volgt',
    tekst: 'Wij bieden alsnog een gesprek aan.',
  },
  'regels-voorstellen': {
    rol: 'municipal-policy',
    organisatie: 'heerlen',
    tekst: 'book: parkstad-2026\ntitle: Verordening woonruimteverdeling\n',
    toelichting: 'Meer tijd om te reageren.',
  },
  'over-regels-adviseren': {
    rol: 'tenants-organisation',
    organisatie: '',
    oordeel: 'akkoord-met-punten',
    tekst: 'Wij zijn het eens.',
    punten: ['Hoe horen mensen zonder mail dit?'],
  },
  'advies-beantwoorden': {
    nummer: 1,
    antwoord: 'Ja.',
  },
  'regels-vaststellen': {
    gemeente: 'heerlen',
    op: '2026-03-01',
    besluit: 'Verordening woonruimteverdeling',
    nummer: '2026-114',
    documentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  'regels-uitbrengen': {
    gaatIn: '2026-12-01T00:00:00Z',
  },
  'logboek-meenemen': {
    inhoud: 'openbaar',
  },
  'noodinzage-openen': {
    naam: 'Fatima Yilmaz',
    geboren: '1990-02-01',
    reden: 'Er is brand in de woning en wij zoeken haar kinderen.',
  },
  'noodinzage-beoordelen': {
    isTerecht: true,
    oordeel: 'Het kon echt niet wachten.',
  },
  'getuige-aanmelden': {
    organisatie: '',
    sleutel: 'getuige.example+89d1ee27+BEx0aGUgcHVibGljIGtleSBvZiB0aGUgd2l0bmVzcw==',
  },
  'naspeelronde-beginnen': {
    van: '2026-03-01',
    totEnMet: '2026-03-02',
  },
  'mensen-zoeken': {
    zoek: 'joris',
  },
  'rol-vragen': {
    mens: '3f2a91bc-07de-4c11-9a40-5d2c8be1f0aa',
    rol: 'auditor',
    totEnMet: '2026-12-01',
    reden: 'Begint maandag.',
  },
  'rol-beantwoorden': {
    akkoord: true,
  },
  'rol-beeindigen': {
    mens: '3f2a91bc-07de-4c11-9a40-5d2c8be1f0aa',
    rol: 'auditor',
  },
  'overal-uitloggen': {
    mens: '3f2a91bc-07de-4c11-9a40-5d2c8be1f0aa',
  },
  'sleutelwissel-vragen': {
    reden: 'De sleutel is twee jaar oud.',
  },
  'sleutelwissel-beantwoorden': {
    akkoord: true,
  },
}
