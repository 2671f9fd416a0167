import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** All that decides what pages say and how search reads them. */
const INPUTS = [
  'docs',
  'versioned_docs',
  'blog',
  'src',
  'docusaurus.config.ts',
  'package-lock.json',
];

/**
 * Writes a Markdown file with a hash of everything that search's files are made from. The theme names its files by a
 * hash of Markdown only: without this, a changed vocabulary, table or version of lunr would be served from a cache.
 * @returns the folder that holds it
 */
export function writeInputsHash(siteDir: string, generatedFilesDir: string): string {
  const hash = crypto.createHash('sha256');
  for (const input of INPUTS) {
    for (const file of filesIn(path.join(siteDir, input))) {
      hash.update(path.relative(siteDir, file)).update(fs.readFileSync(file));
    }
  }
  const dir = path.join(generatedFilesDir, 'search-inputs');
  fs.mkdirSync(dir, {recursive: true});
  fs.writeFileSync(path.join(dir, 'hash.md'), hash.digest('hex'));
  return dir;
}

function filesIn(place: string): string[] {
  const stat = fs.statSync(place, {throwIfNoEntry: false});
  if (!stat) {
    return [];
  }
  return stat.isDirectory()
    ? fs
        .readdirSync(place)
        .sort()
        .flatMap((name) => filesIn(path.join(place, name)))
    : [place];
}
