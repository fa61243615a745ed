import { defineConfig } from 'vitest/config'

/** What these hold needs no server: one process after another runs them all, and reads the tables of the languages once. */
const pure = ['commitments', 'community', 'domain', 'engine', 'hearing', 'knowledge', 'packs', 'persona']
const pureTests = pure.map((folder) => `test/${folder}/**/*.test.ts`)

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: pureTests, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: pureTests,
          globalSetup: ['test/support/postgres-server.ts', 'test/support/browser-door.ts'],
        },
      },
    ],
  },
})
