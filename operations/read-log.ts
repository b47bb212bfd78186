/** An auditor reads the log (logboek), the newest events first. Nothing personal stands in it. */
import { eventKinds, eventsBelow, type PlacedEvent } from '../store/log.ts'
import {
  latestCheckpoint,
  logSize,
  type StoredCheckpoint,
  unplacedCount,
} from '../store/log-tree.ts'
import type { Operation } from './operation.ts'

export type { PlacedEvent }

export type LogQuestion = {
  readonly kind?: string
  /** Only events before this position. */
  readonly below?: number
  readonly most: number
}

export type LogPage = {
  readonly events: readonly PlacedEvent[]
  /** Whether there are older ones. */
  readonly goesOn: boolean
  readonly kinds: readonly { readonly kind: string; readonly count: number }[]
  readonly size: number
  readonly waiting: number
  readonly checkpoint: StoredCheckpoint | undefined
}

export const readLog: Operation<LogQuestion, LogPage> = {
  action: 'read-log',
  about: async () => ({}),
  async perform({ transaction, region }, { kind, below, most }) {
    const size = await logSize(transaction, region)
    const events = await eventsBelow(transaction, region, {
      ...{ below: below ?? size, most: most + 1 },
      ...(kind !== undefined && { kind }),
    })
    return {
      events: events.slice(0, most),
      goesOn: events.length > most,
      kinds: await eventKinds(transaction, region),
      size,
      waiting: await unplacedCount(transaction, region),
      checkpoint: await latestCheckpoint(transaction, region),
    }
  },
}
