import next from 'eslint-config-next/core-web-vitals'
import tseslint from 'typescript-eslint'
import { boundaries } from './scripts/lint/boundaries.mjs'
import { words } from './scripts/lint/words.mjs'

const babu = { rules: { boundaries, words } }
const code = ['**/*.{ts,tsx,mjs}']

const banned = [
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'No HTML from strings: build it from elements.',
  },
  {
    selector: 'Property[key.name="dangerouslySetInnerHTML"]',
    message: 'No HTML from strings: build it from elements.',
  },
  {
    selector: 'MemberExpression[property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]',
    message: 'SQL takes its values as parameters: $queryRaw`…`.',
  },
  {
    selector: 'MemberExpression[object.name="Prisma"][property.name="raw"]',
    message: 'SQL takes its values as parameters: $queryRaw`…`.',
  },
]
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'The environment is read in lib/server/env.ts alone.',
}
const clock = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time comes in as an argument: take `now`.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time comes in as an argument: take `now`.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in as an argument: take `now`.' },
]

const config = [
  {
    ignores: [
      '**/.next/**',
      '.data/**',
      'generated/**',
      'node_modules/**',
      'public/**',
      'next-env.d.ts',
      'test-results/**',
    ],
  },
  ...next,
  ...tseslint.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, settings: { react: { version: '19' } } },
  {
    files: code,
    plugins: { babu },
    rules: {
      'babu/boundaries': 'error',
      'no-restricted-syntax': ['error', ...banned, environment],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'next/link',
              message:
                'Use Link of components/ui/link: it fetches ahead only what somebody is about to open.',
            },
          ],
        },
      ],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'import/no-anonymous-default-export': 'off',
      '@next/next/no-img-element': 'off',
    },
  },
  // A page on the server may ask the clock; components that run in the browser may not while they draw.
  { files: ['app/**/*.{ts,tsx}'], rules: { 'react-hooks/purity': 'off' } },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/server/**'],
    rules: { 'no-restricted-syntax': ['error', ...banned, environment, ...clock] },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}'],
    // Letters as data: province signs of plates, headings of files and words of complaints to recognise.
    ignores: ['lib/i18n/**', 'lib/core/**', 'lib/imports/kinds.ts', 'lib/reception/complaint-words.ts'],
    rules: { 'babu/words': 'error' },
  },
  { files: ['components/ui/link.tsx'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['lib/server/env.ts'],
    rules: { 'no-restricted-syntax': ['error', ...banned] },
  },
  {
    files: ['scripts/**', 'tests/**', 'prisma/**', '*.{ts,mjs}'],
    rules: { 'no-restricted-syntax': ['error', ...banned], 'no-console': 'off' },
  },
]

export default config
