/** `verdeelsleutel explain`: why one seeker stands where they stand, or does not take part. */
import { foreseeChanges } from '../core/ranking/foresee-change.ts'
import { ownPart } from '../core/ranking/own-part.ts'
import { nearestWord } from '../policies/nearest-word.ts'
import { sayCommand } from '../words/command-texts.ts'
import { explainInWords } from '../words/explanation.ts'
import { sayRanking } from '../words/ranking-table.ts'
import { type Command, done, textOption } from './command.ts'
import { loadRanking } from './load-ranking.ts'

export const explain: Command = async (question, setting) => {
  const { language } = setting
  const loaded = await loadRanking(question, setting)
  if ('exitCode' in loaded) return loaded
  const { ranking } = loaded
  const id = textOption(question, 'seeker')
  if (id === undefined) return done(2, sayCommand(language)('which-seeker'))
  const ids = ranking.candidates.map((each) => each.id)
  const candidate = ranking.candidates.find((each) => each.id === id)
  const part = ownPart(ranking, id)
  if (!candidate || !part) {
    const near = nearestWord(id, ids) ?? ids.slice(0, 5).join(', ')
    return done(2, sayRanking(language)('unknown-seeker', { id, near }))
  }
  const changes = foreseeChanges(ranking.bound, ranking.case, candidate)
  const full = question.values.full === true
  return { exitCode: 0, output: explainInWords(part, { language, full, changes }) }
}
