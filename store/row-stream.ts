import type { Compilable } from 'kysely'
import pg from 'pg'
import type { InTransaction } from './database.ts'

/** The rows of a question some at a time, as they come in; one by one would take a turn of the machine each. */
export async function* inParts<Row>(
  transaction: InTransaction,
  question: Compilable<Row>,
  atOnce: number,
): AsyncGenerator<Row[]> {
  const parts = transaction.getExecutor().stream(question.compile(), atOnce)
  for await (const { rows } of parts) yield rows
}

/**
 * The rows of an answer as they come in, for who reads many: the driver otherwise keeps all of them until the last
 * is there. It asks for everything at once, so that the database may use all its processors, where a cursor in
 * the database would let it use one.
 */
export class RowStream<Row> extends pg.Query {
  #rows: Row[] = []
  #isOver = false
  #fault: Error | undefined
  #wake = () => {}

  constructor(text: string, values: unknown[]) {
    super({ text, values })
    this.on('row', (row: Row) => {
      this.#rows.push(row)
      this.#wake()
    })
    this.on('error', (fault: Error) => this.#end(fault))
    this.on('end', () => this.#end())
  }

  /** The next so many rows; fewer are the last, and none means that there were no more. */
  async read(count: number): Promise<Row[]> {
    while (this.#rows.length < count && !this.#isOver) await this.#more()
    if (this.#fault) throw this.#fault
    return this.#rows.splice(0, count)
  }

  /** Lets go of what was not read; the connection is free once that has come in. */
  async close(): Promise<void> {
    while (!this.#isOver) {
      this.#rows = []
      await this.#more()
    }
    this.#rows = []
  }

  #more(): Promise<void> {
    return new Promise((done) => {
      this.#wake = done
    })
  }

  #end(fault?: Error): void {
    this.#isOver = true
    this.#fault = fault
    this.#wake()
  }
}
