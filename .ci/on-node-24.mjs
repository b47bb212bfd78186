// Runs its arguments on Node 24, on whatever Node npm was started with.
import { runOnNode24 } from '../cli/node-24.mjs'

runOnNode24(process.argv.slice(2))
