/** `verdeelsleutel calibrate`: sets numbers of a region so that it comes to figures that are known. */
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import type { Reached } from '../simulator/calibrate.ts'
import {
  type CalibratedRegion,
  calibrateRegion,
  notCalibrated,
} from '../simulator/calibrate-region.ts'
import { findTargets, loadTargets } from '../simulator/load-targets.ts'
import { sayCalibrate } from '../words/calibrate.ts'
import { formatList, formatNumber, type Language } from '../words/language.ts'
import { wrap } from '../words/prose.ts'
import {
  areIssues,
  type Command,
  done,
  type Setting,
  said,
  style,
  table,
  textOption,
  unreadable,
} from './command.ts'

export const calibrate: Command = async (question, setting) => {
  const say = sayCalibrate(setting.language)
  const asked = textOption(question, 'threads')
  const threads = Number(asked ?? availableParallelism())
  if (!Number.isInteger(threads) || threads < 1) {
    return done(2, say('no-threads', { found: asked ?? '' }))
  }
  const file = findTargets(question.words[0] ?? '')
  const targets = loadTargets(file)
  if (areIssues(targets)) return unreadable(targets, setting)
  const calibrated = await calibrateRegion(targets, dirname(file), {
    threads,
    progress: (tried, total) =>
      setting.watch?.write(`${say('trying', { done: tried, total }).trimEnd()}\n`),
  })
  if (areIssues(calibrated)) return unreadable(calibrated, setting)
  return said(0, linesOf(calibrated, setting))
}

function linesOf(calibrated: CalibratedRegion, setting: Setting): string[] {
  const { targets, region, start, values, before, after } = calibrated
  const { language } = setting
  const say = sayCalibrate(language)
  const set = targets.goals.flatMap(({ id, fits }) =>
    fits ? [[fits.parameter, shown(start[fits.parameter]), shown(values[fits.parameter]), id]] : [],
  )
  const rows = (fitted: boolean) =>
    after.flatMap((reached, at) =>
      (reached.goal.fits !== undefined) === fitted ? [rowOf(before[at], reached, language)] : [],
    )
  const head = [
    say('figure'),
    say('target'),
    say('within'),
    say('before'),
    say('after'),
    say('met'),
  ]
  const names = formatList(notCalibrated(targets, region), language)
  return [
    ...table([[say('parameter'), say('in-file'), say('fitted'), say('by')], ...set]),
    '',
    style(say('used'), 'bold', setting),
    ...table([head, ...rows(true)]),
    '',
    style(say('held-out'), 'bold', setting),
    ...table([head, ...rows(false)]),
    '',
    ...wrap(say('untouched', { names })),
    '',
    ...wrap(say('write-yourself')),
  ]

  function shown(value: number | undefined): string {
    return value === undefined ? say('unknown') : numberText(value, language)
  }
}

function rowOf(
  first: Reached | undefined,
  { goal, figure, met }: Reached,
  language: Language,
): string[] {
  const say = sayCalibrate(language)
  const shown = (value: number | undefined) =>
    value === undefined ? say('unknown') : numberText(value, language)
  return [
    goal.id,
    shown(goal.is),
    `${shown(goal.from)} – ${shown(goal.to)}`,
    shown(first?.figure?.mean),
    shown(figure?.mean),
    say(met ? 'yes' : 'no'),
  ]
}

const figuresShown = 3
const wholeFrom = 1000

function numberText(value: number, language: Language): string {
  const rounded = value >= wholeFrom ? Math.round(value) : Number(value.toPrecision(figuresShown))
  return formatNumber(rounded, language)
}
