import { describe, expect, test } from 'vitest'
import { date, parseDuration } from '../core/basics/calendar-date.ts'
import {
  argumentsOf,
  formatAmount,
  formatDay,
  formatLength,
  formatList,
  formatMessage,
  formatNumber,
  formatWeekday,
  speak,
} from './language.ts'

describe('amounts are whole cents', () => {
  test.each([
    [71302, '€\u00a0713,02', '€713.02'],
    [0, '€\u00a00,00', '€0.00'],
    [5, '€\u00a00,05', '€0.05'],
    [2877500, '€\u00a028.775,00', '€28,775.00'],
    [-500, '€\u00a0-5,00', '-€5.00'],
    [100000000000001, '€\u00a01.000.000.000.000,01', '€1,000,000,000,000.01'],
  ])('%i cents', (cents, dutch, english) => {
    expect(formatAmount(cents, 'nl')).toBe(dutch)
    expect(formatAmount(cents, 'en')).toBe(english)
  })
})

describe('dates are the day meant, in every time zone', () => {
  test.each([
    ['2026-06-03', '3 juni 2026', 'woensdag 3 juni 2026', '3 June 2026'],
    ['1950-01-01', '1 januari 1950', 'zondag 1 januari 1950', '1 January 1950'],
    ['2024-02-29', '29 februari 2024', 'donderdag 29 februari 2024', '29 February 2024'],
  ])('%s', (text, dutch, weekday, english) => {
    expect(formatDay(date(text), 'nl')).toBe(dutch)
    expect(formatWeekday(date(text), 'nl')).toBe(weekday)
    expect(formatDay(date(text), 'en')).toBe(english)
  })

  test('with the day of the week in English', () => {
    expect(formatWeekday(date('2026-06-03'), 'en')).toBe('Wednesday 3 June 2026')
  })
})

describe('lengths of time', () => {
  test.each([
    ['1 day', '1 dag', '1 day'],
    ['3 months', '3 maanden', '3 months'],
    ['1 month', '1 maand', '1 month'],
    ['2 working days', '2 werkdagen', '2 working days'],
    ['1 fortnight', '2 weken', '2 weeks'],
    ['1 week', '1 week', '1 week'],
    ['6 years', '6 jaar', '6 years'],
  ])('%s', (text, dutch, english) => {
    const length = parseDuration(text)
    expect(length && formatLength(length, 'nl')).toBe(dutch)
    expect(length && formatLength(length, 'en')).toBe(english)
  })
})

test('numbers', () => {
  expect(formatNumber(1234.5, 'nl')).toBe('1.234,5')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
})

describe('lists', () => {
  test.each([
    [['a'], 'a', 'a', 'a'],
    [['a', 'b'], 'a en b', 'a of b', 'a and b'],
    [['a', 'b', 'c'], 'a, b en c', 'a, b of c', 'a, b and c'],
  ])('%j', (items, and, or, english) => {
    expect(formatList(items, 'nl')).toBe(and)
    expect(formatList(items, 'nl', 'or')).toBe(or)
    expect(formatList(items, 'en')).toBe(english)
  })
})

describe('messages', () => {
  const say = speak(
    {
      nl: {
        rent: 'De huur is {rent, number, euro} vanaf {from, date, day}.',
        wait: 'U wacht {term}; nodig: {papers}.',
      },
      en: {
        rent: 'The rent is {rent, number, euro} from {from, date, day}.',
        wait: 'You wait {term}; needed: {papers}.',
      },
    },
    'nl',
  )

  test('say how a number is meant: cents, or a day', () => {
    expect(say('rent', { rent: 71302, from: date('2026-06-03') })).toBe(
      'De huur is €\u00a0713,02 vanaf 3 juni 2026.',
    )
  })

  test('show lengths of time and lists in words', () => {
    expect(say('wait', { term: { count: 2, unit: 'month' }, papers: ['a', 'b', 'c'] })).toBe(
      'U wacht 2 maanden; nodig: a, b en c.',
    )
  })

  test('do not hide a fact that is missing', () => {
    expect(() => say('rent', { rent: 71302 })).toThrow('from')
  })

  test('leave what people typed alone', () => {
    expect(formatMessage('nl', 'Naam: {name}', { name: '{x} <b>' })).toBe('Naam: {x} <b>')
  })

  test('can name the facts they need, also deep inside', () => {
    const message = '{a} {n, plural, one {{b, number}} other {# {c, date, day}}}'
    expect(argumentsOf(message).toSorted()).toEqual(['a', 'b', 'c', 'n'])
  })
})
