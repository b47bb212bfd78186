/** What somebody who works at a counter does to begin: entering a form on paper, and opening a file. */
import type { Browser } from './portal-region.ts'

/** A form on paper, filled in and signed by somebody without an account. */
export const paper = {
  ...{ verhuurder: 'voorbeeldwonen', name: 'Opa Papier', post: 'Dorpsstraat 1, Heerlen' },
  ...{ 'born-day': '3', 'born-month': '4', 'born-year': '1950', residence: 'dutch', size: '1' },
  ...{ situation: 'starter', municipality: 'heerlen', 'since-day': '1', 'since-month': '5' },
  ...{ 'since-year': '1980', profession: 'other', income: '21.000', getekend: 'ja' },
}

export function atCounter(officer: () => Browser) {
  return {
    enter: async (form: Readonly<Record<string, string>> = {}) =>
      officer().post('/werk/balie/inschrijven', { ...paper, ...form }),
    open: async (known: string, born: string) =>
      officer().post('/werk/balie', { verhuurder: 'voorbeeldwonen', email: known, geboren: born }),
  }
}
