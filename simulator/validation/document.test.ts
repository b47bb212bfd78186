import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { offBy, table, writeParts } from './document.ts'

const folder = mkdtempSync(join(tmpdir(), 'validation-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the page is made part by part', () => {
  const file = join(folder, 'validation.md')
  const page = () => readFileSync(file, 'utf8')

  test('in its own order, whichever part was made first', () => {
    writeParts(new Map([['coverage', '## Coverage']]), file)
    writeParts(new Map([['closed-forms', '## Closed forms']]), file)
    expect(page().indexOf('## Closed forms')).toBeLessThan(page().indexOf('## Coverage'))
  })
  test('a part that is made anew takes the place of what it was, and no other moves', () => {
    writeParts(new Map([['closed-forms', '## Anew']]), file)
    expect(page()).toContain('## Anew')
    expect(page()).toContain('## Coverage')
    expect(page()).not.toContain('## Closed forms')
  })
  test('the same parts give the same page', () => {
    const before = page()
    writeParts(new Map([['coverage', '## Coverage']]), file)
    expect(page()).toBe(before)
  })
})

test('what is nothing after rounding has no sign', () => {
  expect([offBy(-0.0004), offBy(0.004, 0), offBy(0.0006)]).toEqual(['0.0 %', '0 %', '+0.1 %'])
})

test('a table has its numbers to the right', () => {
  expect(table(['form', 'off'], [['E3-2', offBy(-0.012)]])).toBe(
    '| form | off |\n| --- | --: |\n| E3-2 | −1.2 % |',
  )
})
