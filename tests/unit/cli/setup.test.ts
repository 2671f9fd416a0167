import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SETUP = path.join(__dirname, '../../../src/cli/setup.mjs');

/** Runs `installPackages` in a checkout with that lock file and those packages; npm is one that only tells of its call. */
function install(locked: object, installed?: object): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'setup-'));
  const write = (file: string, text: string, mode?: number) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    fs.writeFileSync(path.join(root, file), text, {mode});
  };
  write('src/cli/setup.mjs', fs.readFileSync(SETUP, 'utf8'));
  write('package-lock.json', JSON.stringify({packages: {'': {}, ...locked}}));
  if (installed) {
    write('node_modules/.package-lock.json', JSON.stringify({packages: installed}));
  }
  write('bin/npm', '#!/bin/sh\necho "npm $1"\n', 0o755);
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import {installPackages} from ${JSON.stringify(path.join(root, 'src/cli/setup.mjs'))}; installPackages(); console.log('{}');`,
    ],
    {
      encoding: 'utf8',
      env: {...process.env, PATH: `${path.join(root, 'bin')}:${process.env.PATH}`},
    },
  );
  fs.rmSync(root, {recursive: true});
  // What a command prints for programs stays whole.
  expect(stdout).toBe('{}\n');
  expect(status).toBe(0);
  return stderr;
}

const LOCKED = {'node_modules/a': {version: '2.0.0'}};

test.each([
  ['nothing is installed', undefined],
  ['a package is missing', {}],
  ['a package is of another version', {'node_modules/a': {version: '1.0.0'}}],
])('packages are installed where %s', (_, installed) => {
  expect(install(LOCKED, installed)).toBe('Installing packages ...\nnpm ci\n');
});

test('nothing is installed where all are there, but for those of other systems', () => {
  const locked = {...LOCKED, 'node_modules/b-win32': {version: '1.0.0', optional: true}};
  expect(install(locked, LOCKED)).toBe('');
});
