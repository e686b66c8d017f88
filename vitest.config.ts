import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const common = { resolve: { alias: [{ find: /^@\//, replacement: `${alias['@']}` }] } };

export default defineConfig({
  test: {
    projects: [
      {
        ...common,
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'scripts/**/*.test.ts', '*.test.ts'],
          exclude: ['**/*.emulator.test.ts', '**/*.store.test.ts', 'node_modules/**', 'e2e/**'],
          // Far more than any takes: a busy machine fails no test.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...common,
        test: {
          name: 'store',
          include: ['lib/**/*.store.test.ts'],
          globalSetup: ['lib/store/postgres.fixture.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        ...common,
        test: {
          name: 'emulator',
          include: ['lib/**/*.emulator.test.ts', 'scripts/**/*.emulator.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
