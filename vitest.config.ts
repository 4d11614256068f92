import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const server = ['react-server', 'node']

const INTEGRATION = 'tests/integration/**/*'

const integration = (name: string, files: { include: string[]; exclude?: string[]; isolate?: boolean }) => ({
  extends: true as const,
  test: {
    name,
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/database.ts', 'tests/support/quiet-console.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    ...files,
  },
})

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') }, conditions: server },
  ssr: { resolve: { conditions: server, externalConditions: ['react-server'] } },
  test: {
    pool: 'forks',
    execArgv: ['--conditions=react-server'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/quiet-console.ts'],
          // Pure functions leave nothing behind: their modules are loaded once for all files, which halves the time.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      // One database and one set of modules for each worker; what replaces a module, or makes doors of its own, is run apart (*.alone.test.ts).
      integration('integration', {
        include: [`${INTEGRATION}.test.ts`],
        exclude: [`${INTEGRATION}.alone.test.ts`],
        isolate: false,
      }),
      integration('integration-alone', { include: [`${INTEGRATION}.alone.test.ts`] }),
      {
        extends: true,
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          setupFiles: ['tests/support/quiet-console.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
        },
      },
    ],
  },
})
