/** An expected "no": a closed set of codes, each with the facts to explain it. Words stand elsewhere. */
export type Problem<FactsOf> = {
  [Code in keyof FactsOf]: { readonly code: Code; readonly facts: FactsOf[Code] }
}[keyof FactsOf]

/** For a code that says everything by itself. */
export type NoFacts = Readonly<Record<never, never>>
