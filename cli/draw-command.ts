/** `verdeelsleutel draw`: from the options of the terminal to committing, drawing and verifying. */
import { sayCommand } from '../words/command-texts.ts'
import {
  type Command,
  type Done,
  done,
  type Question,
  type Setting,
  textOption,
} from './command.ts'
import { commitDraw, runDraw, verifyDraw } from './draw.ts'

export const draw: Command = (question, setting) => {
  const [step, file] = question.words
  switch (step) {
    case 'commit':
      return commit(question, setting)
    case 'run':
      return run(question, setting)
    case 'verify':
      return verify(question, file, setting)
    default:
      return lacking(['commit | run | verify'], setting)
  }
}

const millisecondsInSecond = 1000

function commit(question: Question, setting: Setting): Done {
  const option = (name: string) => textOption(question, name)
  const { id, lots, 'rules-hash': rulesHash, 'draw-at': drawAt, chain } = texts(question)
  const moment = drawAt === undefined ? Number.NaN : Date.parse(drawAt)
  if (!id || !lots || !rulesHash || Number.isNaN(moment)) {
    return lacking(['--id', '--lots', '--rules-hash', '--draw-at'], setting)
  }
  if (chain !== 'quicknet' && chain !== 'practice')
    return lacking(['--chain quicknet|practice'], setting)
  const parties = option('parties')
  const margin = option('margin')
  const classes = option('classes')?.split(',')
  return commitDraw({
    lottery: id,
    lots,
    rulesHash,
    drawAt: Math.floor(moment / millisecondsInSecond),
    chain,
    ...common(question, setting),
    ...(classes && { classes }),
    ...(parties !== undefined && { parties }),
    ...(margin !== undefined && { marginSeconds: Number(margin) }),
  })
}

function run(question: Question, setting: Setting): Done {
  const { commitment, lots, values } = texts(question)
  if (!commitment || !lots) return lacking(['--commitment', '--lots'], setting)
  return runDraw({
    commitment,
    lots,
    ...common(question, setting),
    ...(values !== undefined && { values }),
  })
}

function verify(
  question: Question,
  file: string | undefined,
  { language, ...rest }: Setting,
): Done {
  const { commitment, lot } = texts(question)
  if (!file) return lacking(['<draw.json>'], { language, ...rest })
  return verifyDraw({
    draw: file,
    language,
    ...(commitment !== undefined && { commitment }),
    ...(lot !== undefined && { lot }),
  })
}

function common(question: Question, { now, language }: Setting) {
  const practiceSeed = textOption(question, 'practice-seed')
  return {
    now,
    language,
    folder: textOption(question, 'folder') ?? '.',
    ...(practiceSeed !== undefined && { practiceSeed }),
  }
}

function texts({ values }: Question): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

function lacking(names: readonly string[], { language }: Setting): Done {
  const say = sayCommand(language)
  return done(
    2,
    say('needs-words', { missing: names.join(', ') }),
    say('see-help', { command: 'draw' }),
  )
}
