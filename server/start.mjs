// Starts the server on Node 24, in this very process where that can be, and passes on being told to stop.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { broughtNode, isNode24 } from '../cli/node-24.mjs'

if (isNode24) await import('./start.ts')
else {
  const server = spawn(
    broughtNode(),
    [fileURLToPath(new URL('start.ts', import.meta.url)), ...process.argv.slice(2)],
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
