/** The tests that a mutant meets: the specifications of the core, the one beside the changed file first. */
import { basename } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

class BesideFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const beside = (this.ctx.config.related ?? []).map((file) => basename(file, '.ts'))
    const isBeside = ({ moduleId }: TestSpecification) =>
      beside.includes(basename(moduleId, '.test.ts'))
    return [...files.filter(isBeside), ...files.filter((file) => !isBeside(file))]
  }
}

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    include: ['core/**/*.test.ts'],
    isolate: false,
    runner: 'tests/mutation/stop-at-first-failure.ts',
    sequence: { sequencer: BesideFirst },
    testTimeout: 60_000,
  },
})
