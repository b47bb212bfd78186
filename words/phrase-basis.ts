/** A legal basis in words: `hvw 14 lid 2` as "Huisvestingswet 2014, artikel 14 lid 2". */
import type { Language } from './language.ts'

const laws: Readonly<Record<string, string>> = {
  hvw: 'Huisvestingswet 2014',
  wbmgp: 'Wet bijzondere maatregelen grootstedelijke problematiek',
  awb: 'Algemene wet bestuursrecht',
  ww: 'Woningwet',
  woningwet: 'Woningwet',
  btiv: 'Besluit toegelaten instellingen volkshuisvesting 2015',
  wht: 'Wet op de huurtoeslag',
  bw: 'Burgerlijk Wetboek',
}

/** What is not the short name of a law with an article is somebody's own words and stays so. */
export function phraseBasis(basis: string, language: Language): string {
  const [, short = '', article = ''] = /^(\S+) (\d.*)$/.exec(basis) ?? []
  const law = laws[short.toLowerCase()]
  if (law === undefined) return basis
  return language === 'nl'
    ? `${law}, artikel ${article}`
    : `${law}, article ${article.replaceAll(' lid ', ' paragraph ')}`
}
