/** `npm run validation`: makes every part of `docs/validation.md`, or the parts that are named. */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Living } from './check-closed-forms.ts'
import { closedFormsPart } from './closed-forms-part.ts'
import { type PartId, partIds, writeParts } from './document.ts'

const makers: Partial<Readonly<Record<PartId, (living: Living) => Promise<string>>>> = {
  'closed-forms': closedFormsPart,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { threads: { type: 'string' } },
})
const threads = Number(values.threads ?? availableParallelism())

const unknown = positionals.filter((name) => !partIds.some((id) => id === name))
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}: not one of ${partIds.join(', ')}\n`)
  process.exitCode = 1
} else await makeParts(partIds.filter((id) => positionals.length === 0 || positionals.includes(id)))

async function makeParts(asked: readonly PartId[]): Promise<void> {
  for (const id of asked) {
    const progress = (done: number, total: number) =>
      process.stderr.write(`\r${id}: ${done} of ${total} `)
    const made = await makers[id]?.({ threads, progress })
    if (made !== undefined) writeParts(new Map([[id, made]]))
    process.stderr.write('\n')
  }
}
