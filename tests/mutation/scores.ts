/** Mutation scores as a table: what the tests noticed of each file, out of what Stryker wrote down. */

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored'
export type Report = {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>
}
type Mutant = { readonly status: string }

/** What was counted of each file, by its path. */
export type Scores = ReadonlyMap<string, Counts>
type Counts = {
  readonly tried: number
  readonly noticed: number
  readonly survived: number
  readonly unreached: number
}

/** What a report says of the files in which anything could be changed. */
export function scoresOf({ files }: Report): Scores {
  const counted = Object.entries(files).map(
    ([path, { mutants }]) => [path, countsOf(mutants)] as const,
  )
  return new Map(counted.filter(([, counts]) => counts.tried > 0))
}

/** What a table says, so that a run over some files leaves the rows of the others as they were. */
export function scoresIn(table: string): Scores {
  const scores = new Map<string, Counts>()
  let folder = ''
  for (const row of table.split('\n')) {
    folder = /^\| \*\*`(.+)\/`\*\*/.exec(row)?.[1] ?? folder
    const [, file, ...numbers] =
      /^\| `(.+)` \| .+ % \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/.exec(row) ?? []
    const [tried = 0, noticed = 0, survived = 0, unreached = 0] = numbers.map(Number)
    if (file !== undefined) scores.set(`${folder}/${file}`, { tried, noticed, survived, unreached })
  }
  return scores
}

/** A row for all, one for each folder and, under it, each of its files. */
export function scoreTable(scores: Scores): string {
  const measured = [...scores]
    .map(([path, counts]) => ({ path, counts }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const folders = [...new Set(measured.map(({ path }) => folderOf(path)))].toSorted()
  const all = rowOf('**all**', sumOf(measured.map(({ counts }) => counts)))
  const rows = folders.flatMap((folder) => {
    const inside = measured.filter(({ path }) => folderOf(path) === folder)
    return [
      rowOf(`**\`${folder}/\`**`, sumOf(inside.map(({ counts }) => counts))),
      ...inside.map(({ path, counts }) => rowOf(`\`${path.slice(folder.length + 1)}\``, counts)),
    ]
  })
  return [
    '| File | Score | Changes | Noticed | Survived | Reached by no test |',
    '|---|--:|--:|--:|--:|--:|',
    all,
    ...rows,
  ].join('\n')
}

/** Puts a table where the document keeps it, between two comments. */
export function withScores(document: string, table: string): string {
  const [before, , after] = document.split(
    /(?<=<!-- scores -->\n)([\s\S]*?)(?=<!-- end of scores -->)/,
  )
  if (before === undefined || after === undefined) throw new Error('the document has no scores')
  return `${before}${table}\n${after}`
}

// A change that never ends is noticed too. What only runs while a file loads was not tried at all.
function countsOf(mutants: readonly Mutant[]): Counts {
  const count = (...wanted: readonly Status[]) =>
    mutants.filter(({ status }) => wanted.some((each) => each === status)).length
  const noticed = count('Killed', 'Timeout')
  const survived = count('Survived')
  const unreached = count('NoCoverage')
  return { tried: noticed + survived + unreached, noticed, survived, unreached }
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = (of: (counts: Counts) => number) => all.reduce((total, each) => total + of(each), 0)
  return {
    tried: sum(({ tried }) => tried),
    noticed: sum(({ noticed }) => noticed),
    survived: sum(({ survived }) => survived),
    unreached: sum(({ unreached }) => unreached),
  }
}

function rowOf(name: string, { tried, noticed, survived, unreached }: Counts): string {
  const score = `${((100 * noticed) / tried).toFixed(1)} %`
  return `| ${[name, score, tried, noticed, survived, unreached].join(' | ')} |`
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
