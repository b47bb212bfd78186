/** What the server tells of itself (logregels), a line of JSON each; nothing of it is about a person. */
export type LogLine = Readonly<Record<string, string | number | boolean>>

/** Writes one line; never a name, an address of a person, a query or what a form held. */
export function logLine(level: 'info' | 'warning' | 'error', line: LogLine): void {
  // Whoever sits at a terminal wants to read what went wrong, and not every answer.
  if (level === 'info' && process.stderr.isTTY) return
  const at = new Date().toISOString()
  process.stderr.write(`${JSON.stringify({ at, level, ...line })}\n`)
}
