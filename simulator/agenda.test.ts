import { describe, expect, test } from 'vitest'
import { addDays, date } from '../core/basics/calendar-date.ts'
import { Agenda, type Doing, type Plan } from './agenda.ts'

const monday = date('2026-06-01')
const tuesday = addDays(monday, 1)
const much = 5000

describe('what is planned', () => {
  test('is done on its day and no more, in the order in which it was written down', () => {
    const agenda = new Agenda(monday)
    agenda.plan(tuesday, 'close', 7)
    agenda.plan(monday, 'search', 1)
    agenda.plan(tuesday, 'advertise', 8)
    expect(done(agenda)).toEqual(['search 1'])
    expect(done(agenda, tuesday)).toEqual(['close 7', 'advertise 8'])
    expect(done(agenda, tuesday)).toEqual([])
  })

  test('for the same day while it is lived, is done after all else', () => {
    const agenda = new Agenda(monday)
    agenda.plan(monday, 'fall-free', 1)
    agenda.plan(monday, 'give-up', 2)
    const onceMore = () => agenda.plan(monday, 'advertise', 3)
    expect(done(agenda, monday, onceMore)).toEqual(['fall-free 1', 'give-up 2', 'advertise 3'])
  })

  test('goes on as it was whatever becomes of a copy', () => {
    const agenda = new Agenda(monday)
    agenda.plan(tuesday, 'search', 1)
    const copy = agenda.copy()
    copy.plan(tuesday, 'search', 2)
    expect(done(copy, tuesday)).toEqual(['search 1', 'search 2'])
    expect(done(agenda, tuesday)).toEqual(['search 1'])
  })

  test('may be much, for long after, and for people of any number', () => {
    const agenda = new Agenda(monday)
    const later = Array.from({ length: much }, (_, days) => addDays(monday, days))
    for (const day of later) agenda.plan(day, 'give-up', 2 ** 50 + day)
    for (const day of later) {
      expect(done(agenda, day)).toEqual([`give-up ${2 ** 50 + day}`])
      agenda.plan(addDays(day, much), 'search', day)
    }
    for (const day of later) expect(done(agenda, addDays(day, much))).toEqual([`search ${day}`])
  })
})

function done(agenda: Agenda, day = monday, beside?: () => void): string[] {
  const all: string[] = []
  const write = (plan: Plan) => (whom: number) => {
    if (all.length === 0) beside?.()
    all.push(`${plan} ${whom}`)
  }
  const doing: Doing = {
    search: write('search'),
    'give-up': write('give-up'),
    'ask-label': write('ask-label'),
    'ask-urgency': write('ask-urgency'),
    'extend-urgency': write('extend-urgency'),
    'be-heard': write('be-heard'),
    'fall-free': write('fall-free'),
    advertise: write('advertise'),
    close: write('close'),
  }
  agenda.live(day, doing)
  return all
}
