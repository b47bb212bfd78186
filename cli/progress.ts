/** How far work is that takes long (voortgang): a bar that moves on a terminal, else a line now and then. */
import type { Language } from '../words/language.ts'
import { saySimulate } from '../words/simulate.ts'
import type { Watch } from './command.ts'

export type Progress = {
  readonly told: (done: number, total: number, keptBefore: number) => void
  /** Leaves the terminal as it was. */
  readonly end: () => void
}

type State = { done: number; total: number; keptBefore: number; lineAt: number }

const secondsBetweenLines = 30
const millisecondsBetweenBars = 500

export type Work = {
  readonly language: Language
  readonly years: number
  readonly threads: number
}

export function progressOn(watch: Watch | undefined, { language, years, threads }: Work): Progress {
  if (!watch) return { told: () => {}, end: () => {} }
  const began = watch.seconds()
  const state: State = { done: 0, total: 0, keptBefore: 0, lineAt: began }
  const line = () => progressText(state, watch.seconds() - began, language)
  const draw = () => watch.write(`\r\u001b[K${bar(state, line(), watch.columns)}`)
  const timer = watch.isTerminal ? setInterval(draw, millisecondsBetweenBars) : undefined
  return {
    told: (done, total, keptBefore) => {
      const isFirst = state.total === 0
      Object.assign(state, { done, total, keptBefore })
      if (isFirst) {
        const facts = { total, years, threads, kept: keptBefore }
        watch.write(`${saySimulate(language)('starting', facts).trimEnd()}\n`)
      }
      if (watch.isTerminal) draw()
      else if (done > keptBefore && isDue(state, watch.seconds())) {
        state.lineAt = watch.seconds()
        watch.write(`${line()}\n`)
      }
    },
    end: () => {
      clearInterval(timer)
      if (watch.isTerminal) watch.write('\r\u001b[K')
    },
  }
}

function isDue({ done, total, lineAt }: State, now: number): boolean {
  return done === total || now - lineAt >= secondsBetweenLines
}

function progressText(state: State, passed: number, language: Language): string {
  const { done, total } = state
  const say = saySimulate(language)
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
  const text = say('progress', { done, total, percent })
  const left = secondsLeft(state, passed)
  if (left === undefined || left === 0) return text
  return `${text}, ${say('left', { time: timeText(left, language) })}`
}

// What was kept took no time now, and says nothing about the rest.
function secondsLeft({ done, total, keptBefore }: State, passed: number): number | undefined {
  const lived = done - keptBefore
  return lived === 0 ? undefined : (passed / lived) * (total - done)
}

/** A time as people say it: "90 minuten". */
export function timeText(seconds: number, language: Language): string {
  const say = saySimulate(language)
  if (seconds < 90) return say('seconds', { count: Math.max(1, Math.round(seconds)) })
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? say('minutes', { count: minutes }) : say('hours', { count: minutes / 60 })
}

const barWidthMost = 30

function bar({ done, total }: State, text: string, columns: number): string {
  const width = Math.min(barWidthMost, columns - text.length - 4)
  if (width < 5) return text.slice(0, Math.max(0, columns - 1))
  const full = total === 0 ? width : Math.floor((width * done) / total)
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${text}`
}
