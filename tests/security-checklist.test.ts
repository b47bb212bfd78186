/** The security checklist has a line for every requirement of the levels it is about, and each line has a state. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 begins with; those of level 3 come after. */
const sections: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
}

const text = readFileSync(join(import.meta.dirname, '..', 'docs', 'security.md'), 'utf8')
const lines = [...text.matchAll(/^\| ([\d.]+)(?: to ([\d.]+))? \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, from = '', to = from, state = '', how = '']) => ({ from, to, state: state.trim(), how }),
)

const covered = lines.flatMap(({ from, to }) => {
  const section = from.split('.').slice(0, 2).join('.')
  const [first, last] = [from, to].map((each) => Number(each.split('.')[2]))
  return Array.from(
    { length: (last ?? 0) - (first ?? 0) + 1 },
    (_, at) => `${section}.${(first ?? 0) + at}`,
  )
})

describe('the checklist', () => {
  test('has each requirement once', () => {
    const asked = Object.entries(sections).flatMap(([section, most]) =>
      Array.from({ length: most }, (_, at) => `${section}.${at + 1}`),
    )
    expect(covered).toEqual(asked)
  })

  test('knows only the states it explains', () => {
    const strange = lines.filter(
      ({ state }) => !['met', 'n/a', 'runs it', 'not met'].includes(state),
    )
    expect(strange).toEqual([])
  })

  test('says of all that is met how', () => {
    expect(lines.filter(({ how }) => how.trim().length < 4).map(({ from }) => from)).toEqual([])
  })
})
