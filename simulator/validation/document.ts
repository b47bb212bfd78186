/**
 * The page that validation writes (toetsingsverslag): parts that are made and replaced one by one, so that
 * one can be made anew without hours for the others. What stands outside the marks of a part is fixed here.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const partIds = [
  'closed-forms',
  'published',
  'calibration',
  'coverage',
  'sensitivity',
] as const
export type PartId = (typeof partIds)[number]

const validationPage = join(import.meta.dirname, '../../docs/validation.md')

const opening = `# Validation

What the simulator comes to beside what it should come to. Every number is written by \`npm run validation\`; nothing is typed. One part
alone: \`npm run validation -- closed-forms\`, and so on for ${partIds
  .slice(1)
  .map((id) => `\`${id}\``)
  .join(', ')}.
`

/** Puts parts in the page, and leaves the others as they are. */
export function writeParts(
  parts: ReadonlyMap<PartId, string>,
  file: string = validationPage,
): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const written = partIds.flatMap((id) => {
    const text = parts.get(id)?.trim() ?? partIn(before, id)
    return text === undefined ? [] : [`${begins(id)}\n\n${text}\n\n${ends(id)}\n`]
  })
  writeFileSync(file, [opening, ...written].join('\n'))
}

function partIn(page: string, id: PartId): string | undefined {
  const from = page.indexOf(begins(id))
  const until = page.indexOf(ends(id))
  return from < 0 || until < 0 ? undefined : page.slice(from + begins(id).length, until).trim()
}

function begins(id: PartId): string {
  return `<!-- ${id} -->`
}

function ends(id: PartId): string {
  return `<!-- end of ${id} -->`
}

/** A table in Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbersFrom = 1,
): string {
  const line = head.map((_, at) => (at < numbersFrom ? '---' : '--:'))
  return [head, line, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** How a part was made: what to say to make it again, and when it was. */
export function madeBy(command: string, facts: Readonly<Record<string, string | number>>): string {
  const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  const day = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)
  return `Made by \`${command}\`, ${[...told, day].join(', ')}.`
}

export function share(value: number, digits = 1): string {
  return `${(100 * value).toFixed(digits)} %`
}

/** With a sign, for what is off. */
export function offBy(value: number, digits = 1): string {
  const shown = share(Math.abs(value), digits)
  // What is zero after rounding is off to neither side.
  return /[1-9]/.test(shown) ? `${value < 0 ? '−' : '+'}${shown}` : shown
}

export function yesOrNo(holds: boolean): string {
  return holds ? 'yes' : '**no**'
}
