import globals from 'globals'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Imports run one way: app and simulator read zis, never each other; features sit side by side. */
const oneWay = (files, forbidden) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: forbidden }] },
})
const no = (regex, message) => ({ regex, message })

const portable = no(
  '^(node:|fs$|path$|crypto$|worker_threads$|@hono/node-server|@photostructure/sqlite|jq-wasm)',
  'Only src/simulator/node and the entry files may need Node: the simulator also runs inside a spec and a browser tab.',
)

export default tseslint.config(
  { ignores: ['dist/**', '.zis/**', '.cache/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'spec/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  oneWay(
    ['src/zis/**'],
    [no('(\\.\\./)+(app|simulator)(/|$)', 'src/zis imports nothing of ours.'), portable],
  ),
  oneWay(
    ['src/app/**'],
    [no('(\\.\\./)+simulator(/|$)', 'The app must work unchanged against real Zendesk.')],
  ),
  oneWay(
    ['src/simulator/**'],
    [no('(\\.\\./)+app(/|$)', 'App and simulator meet over the wire only.'), portable],
  ),
  oneWay(
    ['src/simulator/engine/**', 'src/simulator/events/**', 'src/simulator/logs/**', 'src/simulator/store/**'],
    [no('/(server|services|host)(/|$)', 'HTTP and flows are two doors to one room.'), portable],
  ),
  oneWay(
    ['src/simulator/services/**'],
    [no('(\\.\\./)+server(/|$)', 'server → services → store, one way.'), portable],
  ),
  {
    files: ['src/simulator/node/**', 'src/simulator/index.ts', 'src/simulator/main.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/app/features/*/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            no('(\\.\\./)+simulator(/|$)', 'The app must work unchanged against real Zendesk.'),
            no(
              '^\\.\\./(?!\\.\\.)[^/]+',
              'Features do not import each other; pages.ts puts them side by side.',
            ),
          ],
        },
      ],
    },
  },
  { files: ['tools/**', 'src/simulator/main.ts', 'src/simulator/index.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
