/** A way to the database that can be shut, as when a cable is pulled or the database is taken away. */
import { createServer, connect as reach, type Socket } from 'node:net'

export type DatabaseGate = {
  /** The same database, by way of the gate. */
  readonly url: string
  /** Cuts every connection at once and takes no new ones. */
  shut(): Promise<void>
  open(): Promise<void>
}

/** @param url The address of a database on this machine. */
export async function databaseGate(url: string): Promise<DatabaseGate> {
  const there = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = reach(Number(there.port), there.hostname)
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = (port: number) =>
    new Promise<number>((done) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        done(typeof address === 'object' && address ? address.port : port)
      })
    })
  const port = await listen(0)
  const gate = new URL(url)
  gate.port = String(port)
  return {
    url: gate.toString(),
    async shut() {
      const isShut = new Promise<void>((done) => server.close(() => done()))
      for (const each of sockets) each.destroy()
      await isShut
    },
    async open() {
      await listen(port)
    },
  }
}
