import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/one-postgres.ts',
    // Browser and whole-bot tests do real work on small machines; nothing waits on a clock.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
