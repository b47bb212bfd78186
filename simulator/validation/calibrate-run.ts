/** `npm run calibrate`: fits a region to its targets, and writes what came of it beside what was asked. */
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { calibratePart } from './calibration-part.ts'
import { writeParts } from './document.ts'

const [name = 'parkstad'] = process.argv.slice(2)
const file = join(dirname(import.meta.dirname), 'regions', `${name}.targets.yaml`)
const progress = (done: number, total: number) =>
  process.stderr.write(`\rcalibration: ${done} of at most ${total} `)
const made = await calibratePart({ threads: availableParallelism(), progress }, file)
process.stdout.write(`${made}\n`)
if (name === 'parkstad') writeParts(new Map([['calibration', made]]))
