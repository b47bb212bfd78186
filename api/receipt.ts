/** What proves that something was done (bon): the event, as it stands in the log. */
import { z } from 'zod'
import type { EventReceipt } from '../operations/view-own-file.ts'
import type { Language } from '../words/language.ts'
import { eventKindText } from '../words/oversight.ts'
import { hashShape, moment, momentShape, ownNumber } from './terms.ts'

export const receiptShape = z
  .object({
    nummer: ownNumber,
    soort: z.string(),
    naam: z.string(),
    op: momentShape,
    hash: hashShape,
  })
  .meta({ id: 'Bon' })

export type Bon = z.input<typeof receiptShape>

export function receiptShown({ number, kind, at, hash }: EventReceipt, language: Language): Bon {
  return { nummer: number, soort: kind, naam: eventKindText(kind, language), op: moment(at), hash }
}
