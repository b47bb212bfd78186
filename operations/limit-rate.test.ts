import { expect, test } from 'vitest'
import { buckets, rateLimits } from './limit-rate.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1) + seconds * 1000)

test('a bucket empties by what is taken, and fills by the second', () => {
  const take = rateLimits()
  const { most } = buckets.send
  const taken = Array.from({ length: most + 1 }, () => take('send', 'a', at(0)))
  expect(taken.filter(({ allowed }) => allowed)).toHaveLength(most)
  expect(taken.at(-1)).toMatchObject({ allowed: false, left: 0, seconds: 1 })
  expect(take('send', 'a', at(1)).allowed).toBe(true)
  expect(take('send', 'a', at(1)).allowed).toBe(false)
  expect(take('send', 'a', at(3600))).toMatchObject({ allowed: true, left: most - 1 })
})

test('nobody takes from the bucket of somebody else, nor from another of their own', () => {
  const take = rateLimits()
  for (let each = 0; each < 100; each += 1) take('send', 'a', at(0))
  expect(take('send', 'b', at(0)).allowed).toBe(true)
  expect(take('read', 'a', at(0)).allowed).toBe(true)
})

test('a clock that is set back gives nothing and takes nothing', () => {
  const take = rateLimits()
  const before = take('send', 'a', at(100))
  expect(take('send', 'a', at(0)).left).toBe(before.left - 1)
})

test('who asked longest ago is forgotten first, so that memory has an end', () => {
  const take = rateLimits(2)
  const { most } = buckets.verify
  for (let each = 0; each < most; each += 1) take('verify', 'a', at(0))
  take('verify', 'b', at(0))
  expect(take('verify', 'a', at(0)).allowed).toBe(false)
  take('verify', 'c', at(0))
  take('verify', 'd', at(0))
  expect(take('verify', 'a', at(0)).allowed).toBe(true)
})

test('ten people who log in at one address in a minute are never stopped', () => {
  const take = rateLimits()
  // Going there, choosing, coming back, and the same once more for who made a mistake.
  const all = Array.from({ length: 10 * 8 }, (_, each) => take('log-in', 'library', at(each / 2)))
  expect(all.every(({ allowed }) => allowed)).toBe(true)
})
