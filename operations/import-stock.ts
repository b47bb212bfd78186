/**
 * A landlord takes in its stock from a file (voorraad invoeren): first it is shown what would change and which lines
 * cannot be right, then all of it comes in, or nothing.
 */
import { known } from '../core/basics/facts.ts'
import { textOfBytes } from '../policies/read-csv-text.ts'
import { draftOf, dropDraft, keepDraft } from '../store/drafts.ts'
import {
  addComplex,
  addDwellings,
  complexesOfLandlord,
  landlordNames,
  setDwellingFacts,
  stockBehind,
  stockOfLandlord,
} from '../store/stock.ts'
import { factsFrom } from './dwelling-facts.ts'
import { type Actor, type Doing, type Operation, refuse, type Setting } from './operation.ts'
import { complexKey, readStockFile, type StockRead } from './read-stock-file.ts'
import { municipalitiesOf } from './registration-form.ts'
import { keepsStockOf } from './view-stock.ts'

export { linesMost, type StockFault, type StockLine, type StockRead } from './read-stock-file.ts'

const form = 'stock-file'
const fileBytesMost = 2 << 20

/** Keeps the file that somebody sent, to look at it before anything comes in. */
export const sendStockFile: Operation<
  { readonly landlord: string; readonly name: string; readonly bytes: Uint8Array },
  { readonly landlord: string }
> = {
  action: 'keep-stock',
  about: async (_, { landlord }) => ({ organisation: landlord }),
  async perform({ transaction, region, actor, at }, { landlord, name, bytes }) {
    if (!actor) return refuse('not-found')
    if (bytes.length === 0) return refuse('file-missing')
    if (bytes.length > fileBytesMost) return refuse('file-too-large')
    const text = textOfBytes(bytes)
    if (text === undefined) return refuse('not-text')
    const answers = { landlord, name: name.slice(0, 120), text }
    await keepDraft(transaction, region, { human: actor.human, form, answers }, at)
    return { landlord }
  },
}

export type StockPreview = StockRead & {
  readonly name: string
  readonly landlord: string
  readonly landlordName: string
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly newComplexes: readonly string[]
}

/** What the file that waits would do; undefined where none waits. */
export async function viewStockFile(
  setting: Setting,
  actor: Actor,
): Promise<StockPreview | undefined> {
  const { store, region } = setting
  const { landlord, name = '', text } = await draftOf(store, region, actor.human, form)
  if (landlord === undefined || text === undefined) return undefined
  if (!keepsStockOf(actor).includes(landlord)) return undefined
  const dwellings = await stockOfLandlord(store, region, landlord)
  const complexes = await complexesOfLandlord(store, region, landlord)
  const municipalities = await municipalitiesOf(setting)
  const read = readStockFile(text, { municipalities, dwellings })
  const there = new Set(complexes.map(complexKey))
  const named = new Map(
    read.lines.map((each) => [
      complexKey({ ...each, name: each.complex }),
      `${each.complex} (${each.neighbourhood})`,
    ]),
  )
  const names = await landlordNames(store, region, [landlord])
  return {
    ...{ ...read, name, landlord, landlordName: names.get(landlord) ?? landlord },
    added: read.lines.filter(({ dwelling }) => !dwelling).length,
    changed: read.lines.filter(({ changes }) => changes).length,
    same: read.lines.filter(({ dwelling, changes }) => dwelling && !changes).length,
    newComplexes: [...named].flatMap(([key, complex]) => (there.has(key) ? [] : [complex])),
  }
}

export type StockImported = { readonly added: number; readonly changed: number }

/** Takes in the file that waits: every home an event, all of them in one transaction. */
export const importStock: Operation<{ readonly landlord: string }, StockImported> = {
  action: 'keep-stock',
  about: async (_, { landlord }) => ({ organisation: landlord }),
  async perform(doing, { landlord }) {
    const { transaction, region, actor, setting } = doing
    if (!actor) return refuse('not-found')
    const draft = await draftOf(transaction, region, actor.human, form)
    if (draft.landlord !== landlord || draft.text === undefined) return refuse('no-draft')
    // Whoever changes this stock or reports one of its homes free meanwhile waits here, and so do we.
    const dwellings = await stockOfLandlord(transaction, region, landlord, 'lock')
    const complexes = await complexesOfLandlord(transaction, region, landlord)
    const municipalities = await municipalitiesOf(setting)
    const { lines, faults } = readStockFile(draft.text, { municipalities, dwellings })
    if (faults.length > 0) return refuse('file-changed')
    const ids = new Map(complexes.map((each) => [complexKey(each), each.id]))
    for (const line of lines) {
      const key = complexKey({ ...line, name: line.complex })
      if (!ids.has(key)) ids.set(key, await newComplex(doing, { ...line, landlord }))
    }
    const fresh = lines.flatMap(({ dwelling, complex: name, address, facts, ...place }) => {
      const { municipality } = place
      const complex = ids.get(complexKey({ name, ...place }))
      if (dwelling || complex === undefined) return []
      const more = { landlord, municipality, complex, 'self-contained': true }
      return [{ complex, address, facts: factsFrom(facts, { ...more, 'lease-kind': 'regular' }) }]
    })
    // An event names the home: its number is taken before the home is there.
    await addDwellings(transaction, region, fresh, async (dwelling, { complex, facts }) => {
      await doing.write({
        kind: 'dwelling-added',
        open: { dwelling, complex, facts: known(facts) },
      })
    })
    const changed = lines.filter(({ changes }) => changes)
    for (const { dwelling, facts: said } of changed) {
      if (!dwelling) continue
      const facts = factsFrom(said, dwelling.facts)
      const before = known(dwelling.facts)
      const open = { dwelling: dwelling.id, before, facts: known(facts) }
      await doing.write({ kind: 'dwelling-changed', open })
      await setDwellingFacts(transaction, region, dwelling.id, facts)
    }
    await dropDraft(transaction, region, actor.human, form)
    return { added: fresh.length, changed: changed.length }
  },
}

async function newComplex(
  { transaction, region, setting, write }: Doing,
  {
    landlord,
    complex: name,
    municipality,
    neighbourhood,
  }: {
    readonly landlord: string
    readonly complex: string
    readonly municipality: string
    readonly neighbourhood: string
  },
): Promise<string> {
  const complex = setting.newId()
  const about = { landlord, name, municipality, neighbourhood }
  await write({ kind: 'complex-added', open: { complex, ...about } })
  await addComplex(transaction, region, { id: complex, ...about })
  return complex
}

/** Does nothing with the file that waits. */
export async function discardStockFile({ store, region }: Setting, actor: Actor): Promise<void> {
  await dropDraft(store, region, actor.human, form)
}

const homesAtOnce = 500

/** The stock of a landlord, some homes at a time, for who keeps it; undefined for everybody else. */
export function stockRows({ store, region }: Setting, actor: Actor, landlord: string) {
  if (!keepsStockOf(actor).includes(landlord)) return undefined
  return (async function* () {
    let after = 0
    for (;;) {
      const homes = await stockBehind(store, region, [landlord], { after, count: homesAtOnce })
      yield homes
      const last = homes.at(-1)
      if (!last || homes.length < homesAtOnce) return
      after = last.id
    }
  })()
}
