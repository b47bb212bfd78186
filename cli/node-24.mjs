// Node 24, which runs TypeScript as it is: this one, or the one that npm brought when this one is older.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const isNode24 = Number(process.versions.node.split('.')[0]) >= 24

/** Runs what follows on Node 24, and ends as it ends. */
export function runOnNode24(args) {
  // Ctrl-C is for the command itself, which ends in good order; this process waits for it.
  process.on('SIGINT', () => {})
  const run = spawnSync(isNode24 ? process.execPath : broughtNode(), args, { stdio: 'inherit' })
  if (run.error) process.stderr.write('verdeelsleutel: run `npm ci` first, or use Node 24.\n')
  process.exitCode = run.status ?? 1
}

// Not `.bin/node`: npm 10 takes that away again with the packages for other systems, which link it too.
export function broughtNode() {
  const isWindows = process.platform === 'win32'
  const system = `${isWindows ? 'win' : process.platform}-${process.arch}`
  const file = `../node_modules/node-${system}/bin/node${isWindows ? '.exe' : ''}`
  return fileURLToPath(new URL(file, import.meta.url))
}
