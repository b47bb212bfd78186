import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './tests/closing-line-reporter.ts'

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', '.stryker-tmp/**'],
    reporters: ['default', new ClosingLineReporter()],
    globalSetup: 'tests/one-server.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
