// Starts the server on Node 24, in this very process where that can be, and passes on being told to stop.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { broughtNode, isNode24 } from '../cli/node-24.mjs'

// On a machine with much memory Node takes much: up to a hundred megabytes for objects that are gone at once, and
// several times what is in use before it looks what can go. Pages are served as fast with a third of that. Both can
// only be said where a process begins, and so this one begins once more, under its own number.
const memory = JSON.parse(readFileSync(new URL('memory.json', import.meta.url), 'utf8'))
const isSet = memory.every((flag) => process.execArgv.includes(flag))

if (isNode24) {
  if (!isSet && process.platform !== 'win32') {
    const [node, ...words] = process.argv
    process.execve(node, [node, ...memory, ...process.execArgv, ...words], process.env)
  }
  await import('./start.ts')
} else {
  const server = spawn(
    broughtNode(),
    [...memory, fileURLToPath(new URL('start.ts', import.meta.url)), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches both of itself.
    process.on(signal, () => signal === 'SIGINT' || server.kill(signal))
  }
  server.on('error', () => {
    process.stderr.write('verdeelsleutel: run `npm ci` first, or use Node 24.\n')
    process.exitCode = 1
  })
  server.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}
