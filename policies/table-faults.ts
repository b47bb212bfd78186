import type { Issue } from '../core/policy/issue.ts'

const faultsShown = 20

/** The faults of a table: the first twenty in full, and how many more there are. */
export type TableFaults = {
  readonly add: (fault: () => Issue) => void
  readonly issues: () => Issue[]
}

export function tableFaults(file: string): TableFaults {
  const shown: Issue[] = []
  let count = 0
  return {
    add: (fault) => {
      count += 1
      if (count <= faultsShown) shown.push(fault())
    },
    issues: () => {
      if (count <= faultsShown) return shown
      const facts = { count: count - faultsShown }
      return [...shown, { file, path: '', code: 'more-issues', facts }]
    },
  }
}
