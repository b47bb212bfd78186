#!/usr/bin/env node
// Starts the command on Node 24: this one, or the one that `npm ci` brought when this one is older.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { run } = await import(main)
  await run()
} else {
  const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
  const run = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  if (run.error) process.stderr.write('verdeelsleutel: run `npm ci` first, or use Node 24.\n')
  process.exitCode = run.status ?? 1
}
