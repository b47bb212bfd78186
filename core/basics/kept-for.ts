/** What is made of something once, and kept for as long as that is there. */
export function keptFor<Of extends object, Made extends object>(
  make: (of: Of) => Made,
): (of: Of) => Made {
  const kept = new WeakMap<Of, Made>()
  return (of) => {
    const known = kept.get(of)
    if (known) return known
    const made = make(of)
    kept.set(of, made)
    return made
  }
}
