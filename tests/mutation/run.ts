/**
 * `npm run mutation`: changes the rules' code a bit at a time, runs the tests that reach it, and writes
 * what they noticed to `docs/testing.md`. Options of Stryker may follow, such as `--mutate <file>`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoresIn, scoresOf, scoreTable, withScores } from './scores.ts'

const root = join(import.meta.dirname, '../..')
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')

const { status } = spawnSync(process.execPath, [stryker, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
if (status === 0) writeScores()
process.exitCode = status ?? 1

function writeScores(): void {
  const document = join(root, 'docs/testing.md')
  const text = readFileSync(document, 'utf8')
  const report = JSON.parse(readFileSync(join(root, 'reports/mutation/mutation.json'), 'utf8'))
  const scores = [...scoresIn(text), ...scoresOf(report)].filter(([path]) =>
    existsSync(join(root, path)),
  )
  const today = new Date().toISOString().slice(0, 10)
  const table = scoreTable(new Map(scores))
  const last = `Last measured on ${today} with \`npm run mutation\`, which keeps the row of a file that it did not try.`
  writeFileSync(document, withScores(text, `${last}\n\n${table}`))
}
