import { defineConfig } from 'vitest/config'

/** What these hold needs no server. */
const pure = ['commitments', 'community', 'domain', 'engine', 'hearing', 'knowledge', 'packs', 'persona']
const pureTests = pure.map((folder) => `test/${folder}/**/*.test.ts`)

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // One process runs file after file, and reads the program and the tables of the languages once. No test may leave anything behind.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'pure', include: pureTests } },
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
