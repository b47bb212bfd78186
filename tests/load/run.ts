/**
 * `npm run load`: what a region of 200,000 seekers asks of the server at its busiest. Pages under arrivals that
 * wait for nobody, responses, closings, and everybody opening their result at once. `npm run load -- pages`
 * runs one part; parts are `pages`, `respond`, `close` and `crowd`.
 */
import { prepare } from './prepare.ts'

const write = (text: string) => process.stdout.write(text)
const prepared = await prepare(write)
await prepared.close()
