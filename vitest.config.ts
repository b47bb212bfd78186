import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './tests/closing-line-reporter.ts'
import { timesAsMany } from './tests/properties.ts'

// Tests of minutes, which `npm test` leaves to `npm run test:all`: asked for by a variable, so that a path works too.
const slow = process.env.TEST_ALL === undefined ? ['**/*.slow.test.ts'] : []

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', '.stryker-tmp/**', ...slow],
    reporters: ['default', new ClosingLineReporter()],
    globalSetup: 'tests/one-server.ts',
    // At least two files side by side, for much of a test waits for a browser or a database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000 * timesAsMany,
    hookTimeout: 60_000,
  },
})
