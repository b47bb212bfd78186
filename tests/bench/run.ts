/** `npm run bench`: everything side by side in one run, as a table and as JSON in `docs/bench.json`. */
import { benchRanking } from './ranking.ts'

for (const each of benchRanking()) console.log(JSON.stringify(each))
