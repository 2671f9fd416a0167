import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {differences} from '../../../src/cli/compare-builds';

function folder(files: Record<string, string>): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'build-'));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), {recursive: true});
    fs.writeFileSync(path.join(dir, file), text);
  }
  return dir;
}

it('names each file that differs or that only one build has', () => {
  const a = folder({'same.txt': '1', 'docs/index.html': 'a', 'old.txt': ''});
  const b = folder({'same.txt': '1', 'docs/index.html': 'b', 'new.txt': ''});
  expect(differences(a, a)).toEqual([]);
  expect(differences(a, b)).toEqual([
    `differs: ${path.join('docs', 'index.html')}`,
    'only in the second: new.txt',
    'only in the first: old.txt',
  ]);
});
