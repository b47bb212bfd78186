#!/usr/bin/env node
// Starts the command on Node 24.
import { fileURLToPath } from 'node:url'
import { isNode24, runOnNode24 } from './node-24.mjs'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

if (isNode24) {
  const { run } = await import(main)
  await run()
} else runOnNode24([main, ...process.argv.slice(2)])
