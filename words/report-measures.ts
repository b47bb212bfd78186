/** What a report says of every measure: those of the dictionary, and those only a whole region has. */
import { isMeasure, measures } from '../core/oversight/definitions.ts'
import type { Language, Words } from './language.ts'
import { type Explained, measureWords } from './measures.ts'
import type { MeasureWords } from './report-numbers.ts'

const regionMeasures: Readonly<Record<string, Explained & { readonly unit: string }>> = {
  'fair-share-stock': shareBy({
    nl: 'eerlijk deel naar woningvoorraad',
    en: 'fair share by housing stock',
  }),
  'fair-share-vacancies': shareBy({
    nl: 'eerlijk deel naar vrijgekomen woningen',
    en: 'fair share by vacancies',
  }),
  'fair-share-public-area': shareBy({
    nl: 'eerlijk deel naar voorraad en draagkracht',
    en: 'fair share by stock and public area',
  }),
  'quota-use': {
    name: { nl: 'gebruik van de quota', en: 'use of quotas' },
    definition: {
      nl: 'Het deel van elk quotum dat op de laatste dag gebruikt was; een quotum in aantallen als aantal.',
      en: 'The part of each quota that was used on the last day; a quota in numbers as a number.',
    },
    trap: {
      nl: 'Vlak na het begin van een tijdvak is een quotum leeg.',
      en: 'Just after a period begins a quota is empty.',
    },
    unit: 'ratio',
  },
  'lettings-in-area': {
    name: { nl: 'verhuringen op de plekken zelf', en: 'lettings in the places themselves' },
    definition: {
      nl: 'Hoeveel van de woningen waarvoor een voorstel een eigen regel heeft, naar elke groep gingen.',
      en: 'How many of the homes that a proposal has a rule of its own for went to each group.',
    },
    trap: {
      nl: 'Het zijn er weinig; een verschil is vaak toeval.',
      en: 'They are few; a difference is often chance.',
    },
    unit: 'homes',
  },
  'size-of-area': {
    name: { nl: 'woningen en complexen op die plekken', en: 'homes and complexes in those places' },
    definition: {
      nl: 'Hoeveel woningen en complexen er zijn waarvoor een voorstel een eigen regel heeft.',
      en: 'How many homes and complexes there are that a proposal has a rule of its own for.',
    },
    trap: {
      nl: 'Niet elk ervan komt vrij in de jaren die tellen.',
      en: 'Not every one of them becomes free in the years that count.',
    },
    unit: 'homes',
  },
  inflow: {
    name: { nl: 'instroom', en: 'inflow' },
    definition: {
      nl: 'Hoeveel mensen zich per jaar inschreven, per stroom van de regio, en hoeveel woningen er per jaar zijn verhuurd.',
      en: 'How many people registered a year, by stream of the region, and how many homes were let a year.',
    },
    trap: {
      nl: 'Dit volgt uit de regio en het toeval, niet uit de regels.',
      en: 'This follows from the region and from chance, not from the rules.',
    },
    unit: 'ratio',
  },
  'share-of-stream': {
    name: { nl: 'aandeel van elke stroom', en: 'share of each stream' },
    definition: {
      nl: 'Het deel van alle verhuringen dat naar mensen uit een stroom van de regio ging.',
      en: 'The part of all lettings that went to people of a stream of the region.',
    },
    trap: {
      nl: 'Wie uit een stroom met urgentie komt, kan de urgentie zijn kwijtgeraakt voor hij een woning kreeg.',
      en: 'Who came by a stream with urgency may have lost the urgency before getting a home.',
    },
    unit: 'share',
  },
  'time-at-advertised': {
    name: {
      nl: 'inschrijfduur bij geadverteerde woningen',
      en: 'registration time at advertised homes',
    },
    definition: {
      nl: 'Jaren inschrijving van wie zonder urgentie een geadverteerde woning kreeg die op volgorde ging: delen van de verdeling en het gemiddelde.',
      en: 'Years of registration of who got an advertised home by order and without urgency: parts of the distribution and the mean.',
    },
    trap: {
      nl: 'Dit gaat alleen over wie een woning kreeg; wie nog wacht of opgaf, telt niet mee.',
      en: 'This is only about those who got a home; who still waits or gave up is not counted.',
    },
    unit: 'years',
  },
  'searching-number': {
    name: { nl: 'mensen die zoeken', en: 'people who search' },
    definition: {
      nl: 'Hoeveel mensen er op een gewone dag zoeken, ook wie nog nergens op reageerde.',
      en: 'How many people search on a usual day, also those who responded to nothing yet.',
    },
    trap: {
      nl: 'De meeste ingeschrevenen zoeken niet.',
      en: 'Most of those who are registered do not search.',
    },
    unit: 'seekers',
  },
  'registered-number': {
    name: { nl: 'mensen die ingeschreven staan', en: 'people who are registered' },
    definition: {
      nl: 'Hoeveel mensen er op de laatste dag ingeschreven staan.',
      en: 'How many people are registered on the last day.',
    },
    trap: {
      nl: 'Een lange lijst is geen lange wachttijd.',
      en: 'A long list is no long wait.',
    },
    unit: 'seekers',
  },
}

function shareBy(name: Words): Explained & { readonly unit: string } {
  return {
    name,
    definition: {
      nl: 'Wat een gemeente of corporatie kreeg van wie niet regulier zoekt, gedeeld door haar deel volgens deze sleutel.',
      en: 'What a municipality or landlord got of all who are not regular seekers, divided by its share by this key.',
    },
    trap: {
      nl: 'Drie sleutels geven drie antwoorden; noem altijd welke u gebruikt.',
      en: 'Three keys give three answers; always say which one you use.',
    },
    unit: 'ratio',
  }
}

/** Words of a measure by its id; undefined for one that nobody defined. */
export function wordsOfMeasure(id: string, language: Language): MeasureWords | undefined {
  if (isMeasure(id)) {
    const { unit, better } = measures[id]
    return { ...said(measureWords[id], language), unit, better }
  }
  const own = regionMeasures[id]
  return own && { ...said(own, language), unit: own.unit, better: 'neither' }
}

function said({ name, definition, trap }: Explained, language: Language) {
  return { name: name[language], definition: definition[language], trap: trap[language] }
}
