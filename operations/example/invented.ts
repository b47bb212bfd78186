/** Invented people do what everybody does, by the same operations, each marked as synthetic in the log. */
import {
  type Actor,
  type Doing,
  inTransaction,
  mayDo,
  type Operation,
  type Refusal,
  refuse,
  type Setting,
} from '../operation.ts'

/** Does something for an invented person who has no account. */
export function asClock<Outcome extends object>(
  setting: Setting,
  work: (doing: Doing) => Promise<Outcome | Refusal>,
): Promise<Outcome | Refusal> {
  return inTransaction(setting, undefined, (doing) => work(invented(doing)))
}

/** Does an operation as it is done for everybody: one look in the access table, one transaction. */
export async function perform<Input, Outcome extends object>(
  setting: Setting,
  actor: Actor,
  operation: Operation<Input, Outcome>,
  input: Input,
): Promise<Outcome | Refusal> {
  return inTransaction(setting, actor, async (doing) => {
    const about = await operation.about(doing, input)
    if (!about || !mayDo(actor, operation.action, about)) return refuse('not-found')
    return operation.perform(invented(doing), input)
  })
}

function invented(doing: Doing): Doing {
  return {
    ...doing,
    write: (entry) => doing.write({ ...entry, open: { ...entry.open, synthetic: true } }),
  }
}
