/** `verdeelsleutel replay`: decides again what a receipt holds, and shows where it differs. */
import { firstDifference, shortly } from '../core/basics/first-difference.ts'
import { bind } from '../core/ranking/bind.ts'
import { prepare } from '../core/ranking/prepare.ts'
import { rankGathered } from '../core/ranking/rank-listing.ts'
import { receiptText } from '../core/ranking/receipt.ts'
import { loadReceipt } from '../policies/load-receipt.ts'
import { sayCommand } from '../words/command-texts.ts'
import { sayRanking } from '../words/ranking-table.ts'
import { areIssues, type Command, done, unreadable } from './command.ts'
import { engineVersion } from './engine-version.ts'

export const replay: Command = ({ words }, setting) => {
  const say = sayRanking(setting.language)
  const loaded = loadReceipt(words[0] ?? '')
  if (areIssues(loaded)) return unreadable(loaded, setting)
  const { rules, decided, values, origin, text, altered } = loaded
  const notes = [
    ...altered.map((book) => sayCommand(setting.language)('altered-book', { book })),
    ...(origin.engine === engineVersion
      ? []
      : [
          sayCommand(setting.language)('other-engine', {
            maker: origin.engine,
            engine: engineVersion,
          }),
        ]),
  ]
  const bound = bind(prepare(rules), decided)
  if (!bound) return done(1, ...notes, sayCommand(setting.language)('no-ranking-in-receipt'))
  const again = [...receiptText(rankGathered(bound, decided, decided.candidates, values), origin)]
  const found = again.join('')
  if (found === text.trimEnd() && altered.length === 0) return done(0, ...notes, say('same-bytes'))
  const difference = firstDifference(JSON.parse(text), JSON.parse(found))
  if (!difference) return done(1, ...notes, sayCommand(setting.language)('other-form'))
  return done(
    1,
    ...notes,
    say('other-bytes', { path: difference.path }),
    `  ${say('on-receipt', { value: shortly(difference.before) })}`,
    `  ${say('decided-now', { value: shortly(difference.after) })}`,
  )
}
