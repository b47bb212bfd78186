/** The allowed word that looks most like what was written, for "did you mean"; undefined when none is near. */
export function nearestWord(written: string, allowed: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(written.length > 3 ? 2 : 1, Math.floor(written.length / 3)) + 1
  for (const word of allowed) {
    const distance = editDistance(normal(written), normal(word), least)
    if (distance < least) [best, least] = [word, distance]
  }
  return best
}

// `at-least` for `at_least` and `Age` for `age` are the commonest slips, and cost nothing.
function normal(word: string): string {
  return word.toLowerCase().replaceAll('_', '-')
}

// Levenshtein, a row at a time; two neighbours swapped count as two changes.
function editDistance(a: string, b: string, enough: number): number {
  if (Math.abs(a.length - b.length) >= enough) return enough
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? enough
}
