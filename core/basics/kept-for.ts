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

/** The same for names, of which there must be few: what is made of one is kept for good. */
export function keptByName<Made extends object | string>(
  make: (name: string) => Made,
): (name: string) => Made {
  const kept = new Map<string, Made>()
  return (name) => {
    const known = kept.get(name)
    if (known !== undefined) return known
    const made = make(name)
    kept.set(name, made)
    return made
  }
}
