/** A test runner that does not even load further files once a test has failed: a mutant dies only once. */
import { VitestTestRunner } from 'vitest/runners'

// biome-ignore lint/style/noDefaultExport: vitest reads its runner from the default export
export default class StopAtFirstFailure extends VitestTestRunner {
  private failed = false

  override cancel(...reason: Parameters<VitestTestRunner['cancel']>): void {
    this.failed = true
    super.cancel(...reason)
  }

  override importFile(...file: Parameters<VitestTestRunner['importFile']>): unknown {
    return this.failed ? undefined : super.importFile(...file)
  }
}
