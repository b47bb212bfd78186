/** A plan (onderzoeksvraag): which sets of rules to lay side by side, and what the answer is about. */
export type Plan = {
  readonly id: string
  readonly title: string
  /** The title for who reads English; without it the same. */
  readonly english?: string
  /** What is asked, and by whom, in a few sentences. */
  readonly question?: string
  readonly englishQuestion?: string
  readonly region: string
  readonly years: number
  readonly replications: number
  readonly seed: number
  /** In a plan with a grid, one for each of its points. */
  readonly variants: readonly Variant[]
  /** What the headline is about: a measure, a group that is expected to gain, and one to lose if any need. */
  readonly headline?: { readonly measure: string; readonly gains: string; readonly loses?: string }
  /** Measures to show beside that of the headline, before the usual. */
  readonly also?: readonly string[]
}

/** One set of rules, and changes to the region's file by path, such as `vacancies.models.lottery`. */
export type Variant = {
  readonly id: string
  /** Part of a sentence, as in "Met … krijgen"; then it begins with a small letter. */
  readonly title: string
  readonly english?: string
  readonly rules: readonly string[]
  /** What of it is in no source. */
  readonly invented?: string
  readonly englishInvented?: string
  readonly set: Readonly<Record<string, number | string>>
}
