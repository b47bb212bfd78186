import { describe, expect, test } from 'vitest'
import { fc } from '../../tests/properties.ts'
import { hex, sha256 } from '../basics/sha256.ts'
import {
  type BeaconChain,
  checkSources,
  type Evidence,
  firstRoundFrom,
  type RandomSource,
  type Reveal,
  type RoundValue,
  settleRandomness,
  timeOfRound,
  usualSources,
} from './settle-randomness.ts'

const hour = 3600
const day = 24 * hour

// Round 1 at 00:00:00 on 1 January 2026, and one every three seconds.
const newYear = 1_767_225_600
const chain: BeaconChain = {
  name: 'test',
  publicKey: 'aa',
  genesis: newYear,
  periodSeconds: 3,
  practice: true,
}

const secrets = {
  corporation: '11'.repeat(32),
  municipality: '22'.repeat(32),
  roh: '33'.repeat(32),
}
const parties = Object.entries(secrets).map(([name, secret]) => ({
  name,
  commitment: hex(sha256(Buffer.from(secret, 'hex'))),
}))

// The named round is signed at 12:00:00 on 2 January.
const namedRound = 1 + (36 * hour) / 3
const sources = usualSources(chain, namedRound, parties)
const [named, , , draw] = sources
const at = (clock: string) => Date.parse(`2026-01-${clock}Z`) / 1000

describe('the usual sources', () => {
  test('are the round, the round at the hour after 24 hours, a pulse, and three parties', () => {
    expect(usualSources(chain, namedRound, parties)).toEqual([
      { kind: 'round', round: namedRound, until: at('03T12:00:00') },
      { kind: 'round', round: firstRoundFrom(chain, at('03T13:00:00')), until: at('04T13:00:00') },
      { kind: 'pulse', at: at('04T14:00:00'), until: at('05T14:00:00') },
      { kind: 'parties', from: at('05T15:00:00'), until: at('06T15:00:00'), parties },
    ])
  })

  test('leave the parties out when there are none', () => {
    expect(usualSources(chain, namedRound)).toEqual(sources.slice(0, 3))
  })

  test('never let a fallback be known while an earlier source still counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        (round, pace) => {
          const slower = { ...chain, periodSeconds: pace }
          expect(checkSources(slower, usualSources(slower, round, parties))).toEqual([])
        },
      ),
    )
  })
})

describe('sources that cannot be committed', () => {
  const early = { kind: 'pulse', at: named?.until ?? 0, until: at('09T00:00:00') } as const
  test.each<[string, RandomSource[], unknown]>([
    ['none', [], { code: 'no-source', facts: {} }],
    [
      'a fallback that is known while the round still counts',
      named === undefined ? [] : [named, early],
      { code: 'fallback-too-early', facts: { source: 1, availableFrom: named?.until } },
    ],
    [
      'a source that closes before it speaks',
      [{ kind: 'pulse', at: 100, until: 99 }],
      { code: 'source-closes-early', facts: { source: 0 } },
    ],
    [
      'a party that takes two seats',
      [{ kind: 'parties', from: 0, until: 9, parties: [...parties, ...parties.slice(0, 1)] }],
      { code: 'duplicate-party', facts: { party: 'corporation' } },
    ],
  ])('%s', (_, list, problem) => {
    expect(checkSources(chain, list)).toEqual([problem])
  })

  test('but one may close in the very second in which it speaks', () => {
    expect(checkSources(chain, [{ kind: 'pulse', at: 100, until: 100 }])).toEqual([])
  })
})

describe('which source counts', () => {
  const namedValue = round(namedRound, '01', at('02T12:00:01'))
  const laterValue = round(firstRoundFrom(chain, at('03T13:00:00')), '02', at('03T13:00:02'))
  const pulseValue = {
    kind: 'pulse',
    at: at('04T14:00:00'),
    outputValue: 'ff'.repeat(64),
    receivedAt: at('04T14:01:00'),
  } as const
  const reveals = Object.keys(secrets).map((party) => reveal(party, at('05T16:00:00')))

  test.each<[string, Evidence[], string, number, string]>([
    ['the named round, as soon as it is there', [namedValue], '02T12:00:01', 0, digest('01')],
    [
      'the named round, in the last second',
      [{ ...namedValue, receivedAt: at('03T12:00:00') }],
      '03T12:00:00',
      0,
      digest('01'),
    ],
    [
      'the named round, though later ones are there too',
      [pulseValue, laterValue, namedValue],
      '07T00:00:00',
      0,
      digest('01'),
    ],
    [
      'the later round, when the named one did not come',
      [laterValue],
      '03T13:00:02',
      1,
      digest('02'),
    ],
    [
      'the pulse, when no round came',
      [pulseValue, ...reveals],
      '07T00:00:00',
      2,
      digest('ff'.repeat(64)),
    ],
    [
      'the parties, when no beacon spoke',
      reveals,
      '05T16:00:00',
      3,
      digestOfParties(Object.values(secrets)),
    ],
  ])('%s', (_, evidence, now, source, value) => {
    const settled = settle(evidence, at(now))
    expect(settled).toMatchObject({ settled: true, source, silent: [] })
    expect(settled.settled && hex(settled.value)).toBe(value)
  })

  test.each<[string, Evidence[], string, number]>([
    ['the named round, before 24 hours are over', [], '03T12:00:00', 0],
    ['the later round, a second after that', [], '03T12:00:01', 1],
    ['the pulse', [], '04T13:00:01', 2],
    ['the parties', [], '05T14:00:01', 3],
    ['the last of the parties', reveals.slice(1), '06T15:00:00', 3],
  ])('is not known yet: wait for %s', (_, evidence, now, source) => {
    const facts = { source, until: sources[source]?.until }
    expect(settle(evidence, at(now))).toEqual({
      settled: false,
      problems: [{ code: 'waiting-for-source', facts }],
    })
  })

  test('does not depend on the order in which values are handed over', () => {
    const all = [namedValue, laterValue, pulseValue, ...reveals]
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (evidence) => {
        const sorted = all.filter((item) => evidence.includes(item))
        expect(settle(evidence, at('09T00:00:00'))).toEqual(settle(sorted, at('09T00:00:00')))
      }),
    )
  })

  test('is none, when all beacons were silent and no parties were committed', () => {
    const outcome = settleRandomness({
      chain,
      sources: sources.slice(0, 3),
      evidence: [],
      now: at('09T00:00:00'),
      signatureHolds: () => true,
    })
    expect(outcome).toEqual({ settled: false, problems: [{ code: 'no-source-left', facts: {} }] })
  })

  describe('with parties who keep silent', () => {
    test('waits until their time is over, then names them and takes what they committed to', () => {
      const told = reveals.filter(({ party }) => party !== 'municipality')
      expect(settle(told, at('06T15:00:00')).settled).toBe(false)
      const settled = settle(told, at('06T15:00:01'))
      expect(settled).toMatchObject({
        settled: true,
        source: 3,
        evidence: told,
        silent: ['municipality'],
      })
      const parts = [secrets.corporation, parties[1]?.commitment ?? '', secrets.roh]
      expect(settled.settled && hex(settled.value)).toBe(digestOfParties(parts))
    })

    test('is settled even when nobody speaks', () => {
      const silent = Object.keys(secrets)
      expect(settle([], at('06T15:00:01'))).toMatchObject({ settled: true, silent })
    })
  })
})

describe('what does not count, and why', () => {
  const good = round(namedRound, '01', at('02T12:00:01'))
  const wrongSecret = { ...reveal('roh', at('05T16:00:00')), secret: '44'.repeat(32) }
  test.each<[string, Evidence, boolean, unknown]>([
    [
      'a round of another chain',
      { ...good, publicKey: 'bb' },
      true,
      { code: 'wrong-chain', facts: { committed: 'aa', received: 'bb' } },
    ],
    [
      'a round that was chosen afterwards',
      { ...good, round: namedRound + 1 },
      true,
      { code: 'not-committed', facts: { kind: 'round', which: namedRound + 1 } },
    ],
    [
      'a signature that does not hold',
      good,
      false,
      { code: 'value-not-verified', facts: { kind: 'round', which: namedRound } },
    ],
    [
      'a value that our clock has before it can exist: the clock is wrong, or the beacon is',
      { ...good, receivedAt: at('02T11:59:59') },
      true,
      {
        code: 'value-before-its-time',
        facts: { availableFrom: at('02T12:00:00'), receivedAt: at('02T11:59:59') },
      },
    ],
    [
      'a value after its time',
      { ...good, receivedAt: at('03T12:00:01') },
      true,
      {
        code: 'value-too-late',
        facts: { until: at('03T12:00:00'), receivedAt: at('03T12:00:01') },
      },
    ],
    [
      'a pulse of another minute',
      { kind: 'pulse', at: at('04T14:01:00'), outputValue: 'ff', receivedAt: at('04T14:02:00') },
      true,
      { code: 'not-committed', facts: { kind: 'pulse', which: at('04T14:01:00') } },
    ],
    [
      'a stranger among the parties',
      { ...reveal('roh', at('05T16:00:00')), party: 'province' },
      true,
      { code: 'not-committed', facts: { kind: 'reveal', which: 'province' } },
    ],
    [
      'a secret that was not committed to',
      wrongSecret,
      true,
      { code: 'value-not-verified', facts: { kind: 'reveal', which: 'roh' } },
    ],
    [
      'a secret told while a beacon could still speak',
      reveal('roh', at('05T14:00:00')),
      true,
      {
        code: 'value-before-its-time',
        facts: { availableFrom: at('05T15:00:00'), receivedAt: at('05T14:00:00') },
      },
    ],
  ])('%s', (_, item, holds, problem) => {
    const now = at('05T20:00:00')
    const signatureHolds = () => holds
    const outcome = settleRandomness({ chain, sources, evidence: [item], now, signatureHolds })
    const waiting = { code: 'waiting-for-source', facts: { source: 3, until: draw?.until } }
    expect(outcome).toEqual({ settled: false, problems: [problem, waiting] })
  })

  test('a secret of another length, though it was committed to', () => {
    const short = '11'.repeat(31)
    const [seat] = parties
    const name = seat?.name ?? ''
    const commitment = hex(sha256(Buffer.from(short, 'hex')))
    const source = { kind: 'parties', from: 0, until: 9, parties: [{ name, commitment }] } as const
    const evidence = [{ kind: 'reveal', party: name, secret: short, receivedAt: 5 } as const]
    const signatureHolds = () => true
    const outcome = settleRandomness({ chain, sources: [source], evidence, now: 5, signatureHolds })
    expect(outcome).toMatchObject({
      settled: false,
      problems: [{ code: 'value-not-verified' }, {}],
    })
  })

  test('but a value in the very second of its round counts', () => {
    const now = at('02T12:00:00')
    expect(settle([{ ...good, receivedAt: now }], now)).toMatchObject({ settled: true, source: 0 })
  })

  test('a value that is said to come in the future', () => {
    const outcome = settle([good], at('02T12:00:00'))
    expect(outcome).toMatchObject({ settled: false, problems: [{ code: 'value-too-late' }, {}] })
  })

  test('a value that is not written in hexadecimal is a mistake of whoever read it', () => {
    const unread = round(namedRound, 'xyz', at('02T12:00:01'))
    const settled = () => settle([unread], at('02T12:00:05'))
    expect(settled).toThrow('xyz was read as hexadecimal at the door')
  })

  test('a false value does not keep the true one out', () => {
    const forged = { ...good, signature: '99' }
    const signatureHolds = (item: { receivedAt: number; signature?: string }) =>
      item.signature !== '99'
    const now = at('02T12:00:05')
    const evidence = [forged, good]
    const outcome = settleRandomness({ chain, sources, evidence, now, signatureHolds })
    expect(outcome).toMatchObject({ settled: true, source: 0, evidence: [good] })
  })
})

test('a round and its time belong together', () => {
  expect(timeOfRound(chain, 1)).toBe(newYear)
  expect(firstRoundFrom(chain, 0)).toBe(1)
  fc.assert(
    fc.property(fc.integer({ min: newYear, max: newYear + 10 * day }), (instant) => {
      const first = firstRoundFrom(chain, instant)
      expect(timeOfRound(chain, first)).toBeGreaterThanOrEqual(instant)
      expect(timeOfRound(chain, first - 1)).toBeLessThan(instant)
    }),
  )
})

function settle(evidence: Evidence[], now: number) {
  return settleRandomness({ chain, sources, evidence, now, signatureHolds: () => true })
}

function round(number: number, signature: string, receivedAt: number): RoundValue {
  return { kind: 'round', publicKey: 'aa', round: number, signature, receivedAt }
}

function reveal(party: string, receivedAt: number): Reveal {
  const secret = Object.entries(secrets).find(([name]) => name === party)?.[1] ?? ''
  return { kind: 'reveal', party, secret, receivedAt }
}

function digest(bytes: string): string {
  return hex(sha256(Buffer.from(bytes, 'hex')))
}

function digestOfParties(parts: string[]): string {
  return hex(sha256('wrv-loting-v1 parties\0', Buffer.from(parts.join(''), 'hex')))
}
