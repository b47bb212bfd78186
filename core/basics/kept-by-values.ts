/** What is made once for all that have the same values under some names. Complexity: one look per name. */
import { type Facts, textOf, type Value } from './facts.ts'

export class KeptByValues<Made> {
  readonly #names: readonly string[]
  readonly #first: Step<Made> = newStep()

  constructor(names: readonly string[]) {
    this.#names = names
  }

  /** What was made for the first with these values. */
  of(facts: Facts, make: () => Made): Made {
    let step = this.#first
    for (let at = 0; at < this.#names.length; at += 1) {
      step = nextOf(step, facts[this.#names[at] as string])
    }
    step.made ??= make()
    return step.made
  }
}

// One value after another is looked up as it is: to write them all out first takes longer than to find them.
type Step<Made> = {
  readonly next: Map<Value | undefined, Step<Made>>
  /** Lists are the same when they say the same. */
  readonly ofLists: Map<string, Step<Made>>
  made: Made | undefined
}

function newStep<Made>(): Step<Made> {
  return { next: new Map(), ofLists: new Map(), made: undefined }
}

function nextOf<Made>({ next, ofLists }: Step<Made>, value: Value | undefined): Step<Made> {
  return typeof value === 'object' ? stepIn(ofLists, textOf(value)) : stepIn(next, value)
}

function stepIn<Key, Made>(steps: Map<Key, Step<Made>>, key: Key): Step<Made> {
  const known = steps.get(key)
  if (known) return known
  const step = newStep<Made>()
  steps.set(key, step)
  return step
}
