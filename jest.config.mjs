/** Packages that are ES modules only: Jest needs them as CommonJS. */
const ESM = [
  '@citation-js',
  'bail',
  'ccount',
  'character-entities.*',
  'character-reference-invalid',
  'comma-separated-tokens',
  'd3-.*',
  'decode-named-character-reference',
  'devlop',
  'escape-string-regexp',
  'estree-.*',
  'fault',
  'format',
  'internmap',
  'is-.*',
  'longest-streak',
  'markdown-table',
  'mdast-util-.*',
  'micromark.*',
  'parse-entities',
  'remark-.*',
  'stringify-entities',
  'trim-lines',
  'trough',
  'unified',
  'unist-util-.*',
  'vfile.*',
  'zwitch',
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/unit/**/*.test.ts', '<rootDir>/tests/content/**/*.test.ts'],
  transform: {
    '^.+\\.(m?[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          parser: {syntax: 'typescript', tsx: true},
          transform: {react: {runtime: 'automatic'}},
          target: 'es2022',
        },
        module: {type: 'commonjs'},
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM.join('|')})/)`],
  moduleNameMapper: {'^@site/(.*)$': '<rootDir>/$1'},
};
