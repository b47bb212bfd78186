import { expect, test } from 'vitest'
import { letting } from '../../tests/example-records.ts'
import { stepsOf, workloadOf } from './workload.ts'

const rates = {
  minutesPerResponse: 1,
  minutesPerOffer: 20,
  minutesPerCheck: 30,
  minutesPerLetter: 12,
  minutesPerMediation: 90,
  centsPerHour: 60_00,
}

test.each([
  ['an advert: responses, and a check with every offer', { responses: 40, offers: 3 }, 190],
  ['mediation', { channel: 'mediated', responses: 0 } as const, 140],
  ['tailored is mediation too', { channel: 'tailored', responses: 0 } as const, 140],
  ['motivation: every response is a letter to read', { model: 'motivation' } as const, 180],
])('%s', (_, change, minutes) => {
  const steps = stepsOf(letting(change))
  expect(workloadOf(steps, rates)).toEqual({ minutes, cents: minutes * 100 })
})
