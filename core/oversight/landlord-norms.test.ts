import { expect, test } from 'vitest'
import { letting, times } from '../../tests/example-records.ts'
import { date } from '../basics/calendar-date.ts'
import { landlordNorms } from './landlord-norms.ts'

test('two meters a landlord: fitting rents over two years, the target group over one', () => {
  const lettings = [
    ...times(19, () => letting({ leaseStart: date('2026-02-01') })),
    letting({ leaseStart: date('2026-12-31'), fit: 'does-not-fit' }),
    ...times(10, () => letting({ leaseStart: date('2025-06-01'), inTargetGroup: false })),
    letting({ leaseStart: date('2026-05-01'), fit: 'not-applicable', inTargetGroup: false }),
    letting({ landlord: 'corporatie-b', leaseStart: date('2026-05-01'), fit: 'does-not-fit' }),
  ]
  const norms = landlordNorms(lettings, {
    year: 2026,
    rentFit: { at_least: 95, of: 100 },
    targetGroup: (landlord) => ({ at_least: landlord === 'corporatie-a' ? 85 : 90, of: 100 }),
  })
  expect(norms).toMatchObject([
    {
      landlord: 'corporatie-a',
      rentFit: {
        year: { counted: { taken: 19, of: 20 }, met: true },
        twoYears: { counted: { taken: 29, of: 30 } },
      },
      targetGroup: { counted: { taken: 20, of: 21 }, norm: { at_least: 85 } },
    },
    {
      landlord: 'corporatie-b',
      rentFit: { year: { counted: { taken: 0, of: 1 }, met: false } },
      targetGroup: { counted: { taken: 1, of: 1 }, norm: { at_least: 90 } },
    },
  ])
})
