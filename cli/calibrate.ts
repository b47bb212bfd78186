/** `verdeelsleutel calibrate`: sets numbers of a region so that it comes to figures that are known. */
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import type { Reached } from '../simulator/calibrate.ts'
import {
  type CalibratedRegion,
  calibrateRegion,
  notCalibrated,
} from '../simulator/calibrate-region.ts'
import { regionNotFound } from '../simulator/load-region.ts'
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
import { timeText } from './progress.ts'

export const calibrate: Command = async (question, setting) => {
  const say = sayCalibrate(setting.language)
  const asked = textOption(question, 'threads')
  const threads = Number(asked ?? availableParallelism())
  if (!Number.isInteger(threads) || threads < 1) {
    return done(2, say('no-threads', { found: asked ?? '' }))
  }
  const [reference = '', ...more] = question.words
  if (more.length > 0) return done(2, say('one-target', { found: question.words.join(', ') }))
  const file = findTargets(reference)
  if (file === undefined) {
    return unreadable([{ file: reference, path: '', ...regionNotFound(reference) }], setting)
  }
  const targets = loadTargets(file)
  if (areIssues(targets)) return unreadable(targets, setting)
  const calibrated = await calibrateRegion(targets, dirname(file), {
    threads,
    progress: triesTold(setting),
  })
  if (areIssues(calibrated)) return unreadable(calibrated, setting)
  return said(0, linesOf(calibrated, setting))
}

// How long it takes at most; it is often done sooner.
function triesTold({ watch, language }: Setting): (tried: number, total: number) => void {
  if (!watch) return () => {}
  const say = sayCalibrate(language)
  const began = watch.seconds()
  return (tried, total) => {
    const seconds = (watch.seconds() - began) * ((total - tried) / tried)
    const told = say(tried === 0 ? 'to-try' : 'trying', { done: tried, total })
    const isRunning = tried > 0 && tried < total
    const left = isRunning ? ` ${say('at-most', { time: timeText(seconds, language) })}` : ''
    watch.write(`${told}${left}\n`)
  }
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
