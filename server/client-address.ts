/**
 * From which address a request comes (adres van de bezoeker), for limits on how often somebody may ask: nothing
 * else is done with it, and it is written down nowhere.
 */
import type { IncomingMessage } from 'node:http'

/**
 * The address that tells visitors apart; undefined where none does. A request from this machine itself is one
 * from a proxy that does not say for whom, or from whoever runs the server: then all would share one limit.
 *
 * @param header The header of a proxy of ours; nobody else's word is taken.
 */
export function clientAddress(
  incoming: Pick<IncomingMessage, 'headers' | 'socket'>,
  header: string | undefined,
): string | undefined {
  const said = header === undefined ? undefined : incoming.headers[header]
  // What our own proxy adds stands last; what stands before it anybody can have written.
  const last = [said ?? []].flat().join(',').split(',').at(-1)?.trim()
  const address = last ? last : incoming.socket.remoteAddress
  return address === undefined ? undefined : networkOf(address)
}

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

function networkOf(address: string): string | undefined {
  const plain = mapped.exec(address)?.[1] ?? address
  if (plain === '::1' || plain.startsWith('127.')) return undefined
  if (!plain.includes(':')) return plain
  // A home has a whole network of addresses of the sixth version: the first half is what tells homes apart.
  const [head = '', tail = ''] = plain.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const missing = plain.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}
