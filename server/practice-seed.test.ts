/** The secret of an installation's practice beacon. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPracticeSeed } from './beacon.ts'
import { readPracticeSeed } from './practice-seed.ts'

const folder = mkdtempSync(join(tmpdir(), 'practice-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('is made once, differs between installations, and only its owner reads it', () => {
  const seed = readPracticeSeed(join(folder, 'one'))
  expect(readPracticeSeed(join(folder, 'one'))).toBe(seed)
  expect(readPracticeSeed(join(folder, 'other'))).not.toBe(seed)
  expect(seed).toMatch(/^[0-9a-f]{64}$/)
  expect(seed).not.toBe(openPracticeSeed)
  expect(statSync(join(folder, 'one', 'practice-seed')).mode & 0o777).toBe(0o600)
})
