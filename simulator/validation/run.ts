/** `npm run validation`: makes every part of `docs/validation.md`, or the parts that are named. */
import { availableParallelism } from 'node:os'
import { calibratePart } from './calibration-part.ts'
import type { Living } from './check-closed-forms.ts'
import { closedFormsPart } from './closed-forms-part.ts'
import { coveragePart } from './coverage-part.ts'
import { type PartId, partIds, writeParts } from './document.ts'
import { publishedPart } from './published-part.ts'
import { sensitivityPart } from './sensitivity-part.ts'

const makers: Readonly<Record<PartId, (living: Living) => string | Promise<string>>> = {
  'closed-forms': closedFormsPart,
  published: publishedPart,
  calibration: calibratePart,
  coverage: coveragePart,
  sensitivity: sensitivityPart,
}

const threadsAsked = /^--threads=(\d+)$/
const asked = process.argv.slice(2)
const positionals = asked.filter((each) => !threadsAsked.test(each))
const threads = Number(
  asked.map((each) => threadsAsked.exec(each)?.[1]).find((found) => found !== undefined) ??
    availableParallelism(),
)

const unknown = positionals.filter((name) => !partIds.some((id) => id === name))
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}: not one of ${partIds.join(', ')}\n`)
  process.exitCode = 1
} else await makeParts(partIds.filter((id) => positionals.length === 0 || positionals.includes(id)))

async function makeParts(asked: readonly PartId[]): Promise<void> {
  for (const id of asked) {
    const progress = (done: number, total: number) =>
      process.stderr.write(`\r${id}: ${done} of ${total} `)
    writeParts(new Map([[id, await makers[id]({ threads, progress })]]))
    process.stderr.write('\n')
  }
}
