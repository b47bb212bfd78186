/**
 * What many ask in the same moment, done in one transaction (samen vastleggen): the disk is waited for once, and
 * each question to the database is asked once for all of them. Each is still an act of its own, with its own look
 * in the access table, event, receipt and outcome.
 *
 * Whoever comes first goes at once, and by themselves. Who comes while that goes on waits, and goes with the others
 * who wait. Such a transaction waits for no lock: who needs what somebody else holds goes on in one of their own, and
 * waits there. Where
 * anything goes wrong, all of it is as if it had not begun and each goes by themselves, so that nobody's fault is
 * anybody else's.
 */
import { type InTransaction, isAway, type Store } from '../store/database.ts'
import { HeldElsewhere, share } from '../store/gathered.ts'

/** One act that waits for its turn. */
type Waiting = {
  /** No two that share one of these come into one transaction: their locks would not keep them apart. */
  readonly lanes: readonly string[]
  readonly work: (transaction: InTransaction) => Promise<unknown>
  readonly done: (outcome: unknown) => void
  readonly failed: (fault: unknown) => void
}

/** So many at most, so that the first of them does not wait long for the last. */
const most = 50

class Queue {
  readonly #store: Store
  #waiting: Waiting[] = []
  #isGoing = false

  constructor(store: Store) {
    this.#store = store
  }

  add(one: Waiting): void {
    this.#waiting.push(one)
    if (!this.#isGoing) void this.#go()
  }

  async #go(): Promise<void> {
    this.#isGoing = true
    while (this.#waiting.length > 0) {
      await this.#together(this.#next())
    }
    this.#isGoing = false
  }

  #next(): Waiting[] {
    const lanes = new Set<string>()
    const next: Waiting[] = []
    this.#waiting = this.#waiting.filter((one) => {
      const isFree = next.length < most && !one.lanes.some((lane) => lanes.has(lane))
      // Who waits keeps who comes after them in the same lane behind them.
      for (const lane of one.lanes) lanes.add(lane)
      if (isFree) next.push(one)
      return !isFree
    })
    return next
  }

  async #alone({ work, done, failed }: Waiting): Promise<void> {
    await this.#store.transaction().execute(work).then(done, failed)
  }

  async #together(all: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#store.transaction().execute(async (transaction) => {
        share(transaction)
        const ended = await Promise.allSettled(all.map(({ work }) => work(transaction)))
        const fault = ended.find((each) => each.status === 'rejected' && !isHeld(each.reason))
        if (fault?.status === 'rejected') throw fault.reason
        return ended
      })
      for (const [nth, one] of all.entries()) {
        const ended = outcomes[nth]
        if (ended?.status === 'fulfilled') one.done(ended.value)
        else void this.#alone(one)
      }
    } catch (fault) {
      // With the connection went the answer whether it was done: who asked is told so, as when they go alone.
      for (const one of all) {
        if (isAway(fault)) one.failed(fault)
        else void this.#alone(one)
      }
    }
  }
}

function isHeld(fault: unknown): boolean {
  return fault instanceof HeldElsewhere
}

const queues = new WeakMap<Store, Map<string, Queue>>()

/** Does something in a transaction that others of the same region may share. */
export function withOthers<What>(
  { store, region }: { readonly store: Store; readonly region: string },
  lanes: readonly string[],
  work: (transaction: InTransaction) => Promise<What>,
): Promise<What> {
  const ofStore = queues.get(store) ?? new Map<string, Queue>()
  queues.set(store, ofStore)
  const queue = ofStore.get(region) ?? new Queue(store)
  ofStore.set(region, queue)
  return new Promise<What>((done, failed) => {
    // @NOTE what comes back is the outcome of this very work.
    queue.add({ lanes, work, done: (outcome) => done(outcome as What), failed })
  })
}
