import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

function from(remoteAddress: string | undefined, headers: Record<string, string> = {}) {
  // @NOTE of a connection only its address is asked.
  return { headers, socket: { remoteAddress } } as Parameters<typeof clientAddress>[0]
}

describe('the address of a visitor', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['127.0.0.1', undefined],
    ['::1', undefined],
    ['::ffff:127.0.0.1', undefined],
    [undefined, undefined],
  ])('%s is %s', (remote, expected) => {
    expect(clientAddress(from(remote), undefined)).toBe(expected)
  })

  test('is what our own proxy says, and never what somebody wrote before it', () => {
    const said = { 'x-forwarded-for': '203.0.113.9, 198.51.100.4' }
    expect(clientAddress(from('127.0.0.1', said), 'x-forwarded-for')).toBe('198.51.100.4')
  })

  test('is not what a header says that nobody set', () => {
    const said = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9' }
    expect(clientAddress(from('192.0.2.7', said), undefined)).toBe('192.0.2.7')
    expect(clientAddress(from('192.0.2.7', said), 'cf-connecting-ip')).toBe('192.0.2.7')
  })
})
