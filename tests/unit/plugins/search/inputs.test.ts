import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {writeInputsHash} from '../../../../src/plugins/search/inputs';

let site: string;
beforeEach(() => (site = fs.mkdtempSync(path.join(os.tmpdir(), 'inputs-'))));
afterEach(() => fs.rmSync(site, {recursive: true}));

function put(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(site, file)), {recursive: true});
  fs.writeFileSync(path.join(site, file), text);
}

function hash(): string {
  const dir = writeInputsHash(site, path.join(site, '.generated'));
  return fs.readFileSync(path.join(dir, 'hash.md'), 'utf8');
}

test('the name of the files changes with all that they are made of, and with nothing else', () => {
  put('docs/_evidence/vocabulary.yml', 'a');
  put('README.md', 'a');
  const before = hash();
  put('README.md', 'b');
  expect(hash()).toBe(before);
  put('docs/_evidence/vocabulary.yml', 'b');
  expect(hash()).not.toBe(before);
});
