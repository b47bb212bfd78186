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

function commit(question: Question, setting: Setting): Done {
  const option = (name: string) => textOption(question, name)
  const { id, lots, 'rules-hash': rulesHash, 'draw-at': drawAt, chain } = texts(question)
  if (!id || !lots || !rulesHash || !drawAt) {
    const needed = { '--id': id, '--lots': lots, '--rules-hash': rulesHash, '--draw-at': drawAt }
    return lacking(
      Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name])),
      setting,
    )
  }
  const moment = instantIn(drawAt)
  if (moment === undefined) return wrong('no-moment', drawAt, setting)
  if (chain !== 'quicknet' && chain !== 'practice')
    return lacking(['--chain quicknet|practice'], setting)
  const parties = option('parties')
  const margin = option('margin')
  if (margin !== undefined && !wholeNumber.test(margin)) return wrong('no-seconds', margin, setting)
  const classes = option('classes')?.split(',')
  return commitDraw({
    lottery: id,
    lots,
    rulesHash,
    drawAt: moment,
    chain,
    ...common(question, setting),
    ...(classes && { classes }),
    ...(parties !== undefined && { parties }),
    ...(margin !== undefined && { marginSeconds: Number(margin) }),
  })
}

const wholeNumber = /^\d{1,9}$/
// With its offset: a clock time alone is another moment on another computer.
const momentText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/
const millisecondsInSecond = 1000

function instantIn(written: string): number | undefined {
  const moment = momentText.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(moment) ? undefined : Math.floor(moment / millisecondsInSecond)
}

function wrong(text: 'no-moment' | 'no-seconds', found: string, { language }: Setting): Done {
  return done(2, sayCommand(language)(text, { found }))
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
