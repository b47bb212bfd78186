/** What is said of a printed table that does not add up (kruistabel), for who has to mend it. */
import type { LikelySlip, TableFault } from '../core/oversight/cross-table.ts'
import { formatMessage, type Language, type Words } from './language.ts'

export const faultTexts: Readonly<Record<TableFault['code'], Words>> = {
  'row-does-not-add-up': {
    nl: 'Rij {row}: de perioden tellen op tot {sum, number}, gedrukt staat {printed, number}.',
    en: 'Row {row}: the periods add up to {sum, number}, printed is {printed, number}.',
  },
  'parts-do-not-add-up': {
    nl: 'Onder {row}, kolom {column}: de doelgroepen tellen op tot {sum, number}, gedrukt staat {printed, number}.',
    en: 'Under {row}, column {column}: the target groups add up to {sum, number}, printed is {printed, number}.',
  },
  'column-does-not-add-up': {
    nl: 'Kolom {column}: de rijen tellen op tot {sum, number}, gedrukt staat {printed, number}.',
    en: 'Column {column}: the rows add up to {sum, number}, printed is {printed, number}.',
  },
}

export const slipTexts: Readonly<Record<LikelySlip['code'], Words>> = {
  'one-cell-is-off': {
    nl: 'Mogelijk één fout: {row}, kolom {column}, staat er {missing, number} te weinig.',
    en: 'Possibly one slip: {row}, column {column}, has {missing, number} too few.',
  },
  'counted-in-another-column': {
    nl: 'Mogelijk één fout onder {row}: {count, number} in kolom {column} hoort in kolom {belongs}. In welke rij zegt de tabel niet.',
    en: 'Possibly one slip under {row}: {count, number} in column {column} belongs in column {belongs}. The table does not say in which row.',
  },
}

const totals: Words = { nl: 'totaal', en: 'total' }

export function faultText(fault: TableFault, language: Language): string {
  const { code, sum, printed } = fault
  return formatMessage(language, faultTexts[code][language], {
    row: rowName(fault, language),
    column: ('column' in fault ? fault.column : undefined) ?? totals[language],
    sum,
    printed,
  })
}

export function slipText(slip: LikelySlip, language: Language): string {
  const text = slipTexts[slip.code][language]
  const row = rowName(slip, language)
  if (slip.code === 'one-cell-is-off') {
    const { column, missing } = slip
    if (missing > 0) return formatMessage(language, text, { row, column, missing })
    return formatMessage(language, tooMany[language], { row, column, extra: -missing })
  }
  const { inColumn: column, belongsIn: belongs, count } = slip
  return formatMessage(language, text, { row, column, belongs, count })
}

const tooMany: Words = {
  nl: 'Mogelijk één fout: {row}, kolom {column}, staat er {extra, number} te veel.',
  en: 'Possibly one slip: {row}, column {column}, has {extra, number} too many.',
}

function rowName(of: TableFault | LikelySlip, language: Language): string {
  const ground = 'ground' in of ? of.ground : undefined
  const targetGroup = 'targetGroup' in of ? of.targetGroup : undefined
  return [ground ?? totals[language], targetGroup].filter((each) => each !== undefined).join(', ')
}
