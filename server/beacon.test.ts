import { describe, expect, test } from 'vitest'
import { bytesOfHex, hex, sha256 } from '../core/basics/sha256.ts'
import { timeOfRound } from '../core/ranking/settle-randomness.ts'
import {
  isKnownChain,
  openPracticeSeed,
  practiceBeacon,
  quicknet,
  signatureCheckFor,
  verifyRound,
} from './beacon.ts'

const signatureOfRound1000 =
  'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125' +
  'e342b73a8dd2bacbe47e4b6b63ed5e39'

describe('drand quicknet', () => {
  test('round 1000 was signed on 23 August 2023 at 15:59:24 UTC', () => {
    expect(timeOfRound(quicknet, 1000)).toBe(Date.parse('2023-08-23T15:59:24Z') / 1000)
  })

  test('the signature of round 1000 holds, and gives the published value', () => {
    expect(verifyRound(quicknet, 1000, signatureOfRound1000)).toBe(true)
    const value = sha256(bytesOfHex(signatureOfRound1000) ?? '')
    expect(hex(value)).toBe('fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd')
  })

  test.each([
    ['another round', 1001, signatureOfRound1000],
    ['one flipped bit', 1000, signatureOfRound1000.replace('5e39', '5e38')],
    ['the point at infinity', 1000, `c0${'00'.repeat(47)}`],
    ['a short signature', 1000, signatureOfRound1000.slice(2)],
    ['no hexadecimal', 1000, 'round 1000'],
    ['nothing', 1000, ''],
  ])('a signature does not hold for %s', (_, round, signature) => {
    expect(verifyRound(quicknet, round, signature)).toBe(false)
  })

  test('a signature does not hold under another key', () => {
    const { chain } = practiceBeacon(openPracticeSeed)
    expect(verifyRound(chain, 1000, signatureOfRound1000)).toBe(false)
    expect(verifyRound({ ...quicknet, publicKey: '' }, 1000, signatureOfRound1000)).toBe(false)
  })

  test('a chain that calls itself quicknet but has another key, start or pace is not known', () => {
    expect(isKnownChain(quicknet)).toBe(true)
    expect(isKnownChain({ ...quicknet, publicKey: 'ab' })).toBe(false)
    expect(isKnownChain({ ...quicknet, genesis: quicknet.genesis - 86_400 })).toBe(false)
    expect(isKnownChain({ ...quicknet, periodSeconds: 30 })).toBe(false)
  })
})

describe('a practice beacon', () => {
  const beacon = practiceBeacon(openPracticeSeed)
  const round = 1000
  const now = timeOfRound(beacon.chain, round)

  test('signs a round on its time, and not a second earlier', () => {
    expect(beacon.sign(round, now - 1)).toBeUndefined()
    const signature = beacon.sign(round, now)
    expect(signature).toMatch(/^[0-9a-f]{96}$/)
    expect(verifyRound(beacon.chain, round, signature ?? '')).toBe(true)
    expect(verifyRound(beacon.chain, round + 1, signature ?? '')).toBe(false)
  })

  test('is marked as practice, and its rounds do not pass for quicknet', () => {
    expect(beacon.chain.practice).toBe(true)
    expect(isKnownChain(beacon.chain)).toBe(true)
    expect(verifyRound(quicknet, round, beacon.sign(round, now) ?? '')).toBe(false)
  })

  test('has the same key for the same seed and another key for another seed', () => {
    expect(practiceBeacon(openPracticeSeed).chain).toEqual(beacon.chain)
    expect(practiceBeacon('of one installation').chain.publicKey).not.toBe(beacon.chain.publicKey)
  })
})

test('a pulse of NIST is never taken for verified, because nothing here checks it', () => {
  const check = signatureCheckFor(quicknet)
  expect(check({ kind: 'pulse', at: 0, outputValue: 'ab', receivedAt: 0 })).toBe(false)
  const round = {
    kind: 'round',
    publicKey: quicknet.publicKey,
    round: 1000,
    receivedAt: 0,
  } as const
  expect(check({ ...round, signature: signatureOfRound1000 })).toBe(true)
})
