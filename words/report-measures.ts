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
}

function shareBy(name: Words): Explained & { readonly unit: string } {
  return {
    name,
    definition: {
      nl: 'Wat een gemeente kreeg van wie niet regulier zoekt, gedeeld door haar deel volgens deze sleutel.',
      en: 'What a municipality got of all who are not regular seekers, divided by its share by this key.',
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
