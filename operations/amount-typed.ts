/** Amounts as people type them (bedragen), in whole cents. */

/** `24.500`, `24500,50`, `24,500` or `€ 24500` in whole cents; undefined when it is no amount. */
export function centsIn(written: string): number | undefined {
  const plain = written.replace(/[€\s]/g, '').replace(/,-$/, '')
  const [, euros, cents = '0'] = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(plain) ?? []
  if (euros === undefined) return undefined
  return Number(euros.replace(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'))
}
