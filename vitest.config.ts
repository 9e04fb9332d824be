import { defineConfig } from 'vitest/config';

// Before any worker starts: a test must not pass or fail by the machine's time zone.
process.env['TZ'] = 'UTC';

// Where .ci/run wants the counts.
const report = process.env['TEST_REPORT'];

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    // Processes, not threads: Temporal's native worker and process-wide state stay apart.
    pool: 'forks',
    // Two cores are what the suite is measured on; tests with servers wait for a third of their time.
    maxWorkers: 3,
    // A loaded machine is slow, not broken.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.pg.test.ts', 'test/**/*.e2e.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'pg', include: ['test/**/*.pg.test.ts'], globalSetup: ['test/kit/postgres.setup.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.ts'],
          globalSetup: ['test/kit/postgres.setup.ts', 'test/kit/temporal.setup.ts'],
          // Two systems at a time: they wait more than they work.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
