import { typeboxInOne } from './tools/typebox-in-one.mjs'

// Packages that ship ES modules only; jest on Node 20 has to translate them.
const esm = ['react-merge-refs', 'react-intl', '@formatjs', 'intl-messageformat']

const shared = {
  transform: { '^.+\\.(tsx?|m?js)$': ['@swc/jest'] },
  transformIgnorePatterns: ['/.cache/', `/node_modules/(?!(${esm.join('|')})/)`],
  // zcli is installed there for one spec; its packages are none of ours.
  modulePathIgnorePatterns: ['<rootDir>/.cache/'],
  moduleNameMapper: { '\\.svg$': '<rootDir>/spec/support/icon-stub.tsx', ...typeboxInOne },
}

export default {
  testTimeout: 40_000,
  globalSetup: '<rootDir>/tools/typebox-in-one.mjs',
  testSequencer: '<rootDir>/tools/long-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/spec/**/*.spec.ts', '<rootDir>/integrations/*/spec/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/spec/browser/'],
    },
    {
      ...shared,
      displayName: 'page',
      testEnvironment: 'jest-fixed-jsdom',
      testMatch: ['<rootDir>/spec/**/*.spec.tsx'],
      setupFiles: ['<rootDir>/spec/support/page-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/spec/support/page-matchers.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/spec/browser/**/*.spec.ts'],
    },
  ],
}
