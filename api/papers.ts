/**
 * Documents (documenten): what is asked of somebody, giving it, opening it and taking it back. Content comes as
 * base64 within the JSON, is looked at as on the site, and goes out as an attachment and never within a page.
 */
import { z } from 'zod'
import { fileBytesMax } from '../operations/accepted-file.ts'
import { type EvidenceKind, evidenceKinds } from '../operations/check-documents.ts'
import { eraseDocument } from '../operations/erase-document.ts'
import { giveDocument } from '../operations/give-document.ts'
import { carryOut, isRefusal } from '../operations/operation.ts'
import { readDocument } from '../operations/read-document.ts'
import { type PapersForHome, viewPapers } from '../operations/view-papers.ts'
import { documentTexts } from '../words/documents.ts'
import { actForReceipt, receiptOf } from './act.ts'
import { ownActShown, ownReading } from './own.ts'
import { receiptShape } from './receipt.ts'
import { refusedFrom } from './refused.ts'
import { route } from './route.ts'
import { day, dayShape, moment, momentShape, offerStates, ownNumber, termList } from './terms.ts'

export const paperKinds = termList({
  identity: 'identiteit',
  income: 'inkomen',
  household: 'huishouden',
} satisfies Record<EvidenceKind, string>)

const paperShape = z.object({
  id: z.uuid(),
  soort: paperKinds.shape.nullable(),
  mediatype: z.string(),
  bytes: z.int(),
  gegevenOp: momentShape,
})

const papersShape = z
  .object({
    aanbieding: z.uuid(),
    woning: ownNumber,
    adres: z.string(),
    aanbiedingStatus: offerStates.shape,
    gevraagd: z.array(paperKinds.shape),
    gegeven: z.array(paperShape),
    gezien: z.array(
      z.object({
        soort: paperKinds.shape.nullable(),
        bron: z.string(),
        datum: dayShape,
        uitkomst: z.string(),
        gezienOp: momentShape,
      }),
    ),
  })
  .meta({ id: 'DocumentenBijWoning' })

function papersShown({
  offer,
  home,
  asked,
  given,
  seen,
}: PapersForHome): z.input<typeof papersShape> {
  return {
    ...{ aanbieding: offer.id, woning: offer.listing, adres: home.address },
    ...{ aanbiedingStatus: offerStates.dutch(offer.state), gevraagd: asked.map(paperKinds.dutch) },
    gegeven: given.map(({ id, kind, media, size, givenAt }) => ({
      ...{ id, soort: paperKinds.dutchOf(kind) ?? null, mediatype: media, bytes: size },
      gegevenOp: moment(givenAt),
    })),
    gezien: seen.map(({ kind, source, on, outcome, seenAt }) => ({
      ...{ soort: paperKinds.dutchOf(kind) ?? null, bron: source, datum: day(on) },
      ...{ uitkomst: outcome === 'differs' ? 'wijkt-af' : 'klopt', gezienOp: moment(seenAt) },
    })),
  }
}

const base64Most = Math.ceil(fileBytesMax / 3) * 4
const besideContent = 4_096

const common = { part: 'woningzoekenden', who: 'logged-in' } as const
const paperPath = { documentId: z.uuid() }
const inWords = refusedFrom(documentTexts)

export const paperRoutes = [
  ownReading({
    ...{ name: 'papieren-lezen', below: '/documenten' },
    answer: z.object({ resultaten: z.array(papersShape) }),
    async read({ setting, actor, person }) {
      const papers = await viewPapers(setting, actor, person)
      return isRefusal(papers) ? papers : { resultaten: papers.map(papersShown) }
    },
  }),
  ownActShown({
    ...{ name: 'document-geven', below: '/documenten', does: giveDocument, inWords },
    bytesMost: base64Most + besideContent,
    body: z.strictObject({
      aanbieding: z.uuid(),
      soort: paperKinds.input,
      inhoud: z
        .base64()
        .min(1)
        .max(base64Most)
        .transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
      isBsnOnleesbaar: z.boolean(),
      isGeenBsn: z.boolean().optional(),
    }),
    answer: z.object({ id: z.uuid(), bon: receiptShape }),
    made: ({ id }) => `/api/v1/documenten/${id}`,
    async input({ setting, actor, person, body }) {
      const papers = await viewPapers(setting, actor, person)
      const isTheirs =
        !isRefusal(papers) && papers.some(({ offer }) => offer.id === body.aanbieding)
      if (!isTheirs) return undefined
      return {
        ...{ offer: body.aanbieding, kind: body.soort, file: body.inhoud },
        ...{ isBlackedOut: body.isBsnOnleesbaar, isNoNumber: body.isGeenBsn ?? false },
      }
    },
    async shown(done, asked) {
      const bon = await receiptOf(done, asked)
      return bon && { id: done.document, bon }
    },
  }),
  route({
    ...{ ...common, name: 'document-lezen', method: 'get', at: '/documenten/{documentId}' },
    ...{ path: paperPath, does: readDocument, file: true },
    answer: z.string(),
    async perform({ setting, actor, path }) {
      const opened = await carryOut(setting, actor, readDocument, { document: path.documentId })
      if (isRefusal(opened)) return opened
      const { bytes, kind, media } = opened
      const name = paperKinds.dutch(evidenceKinds.find((each) => each === kind) ?? 'identity')
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': media,
          'content-disposition': `attachment; filename="${name}.${media.split('/').at(-1)}"`,
        },
      })
    },
  }),
  actForReceipt({
    ...{ part: 'woningzoekenden', name: 'document-wissen', does: eraseDocument, inWords },
    ...{ at: '/documenten/{documentId}/wissingen', path: paperPath },
    input: ({ path }) => ({ document: path.documentId }),
  }),
]
