/**
 * Trees of pages by the hash of all that they depend on: the text, document.ts, and the versions of all packages. A text
 * that was read before gives the same tree again, sooner; most pages never change, those of released editions by design.
 */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {deserialize, serialize} from 'node:v8';
import type {Root} from 'mdast';

const ROOT = path.join(__dirname, '../..');
const DIR = path.join(ROOT, 'node_modules/.cache/content-trees');
/** When there are more, those that were not asked for in this run go. */
const MOST = 1000;

let basis: string | undefined;
const asked = new Set<string>();

/** The tree of a text; `parse` makes it where it is not known. What `parse` throws is thrown, and not remembered. */
export function cachedTree(text: string, parse: (text: string) => Root): Root {
  basis ??= createHash('sha256')
    .update(fs.readFileSync(path.join(__dirname, 'document.ts')))
    .update(fs.readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  const name = createHash('sha256').update(`${basis}\n${text}`).digest('hex');
  const file = path.join(DIR, name);
  asked.add(name);
  try {
    return deserialize(fs.readFileSync(file)) as Root;
  } catch {
    const tree = parse(text);
    remember(file, tree);
    return tree;
  }
}

function remember(file: string, tree: Root): void {
  try {
    fs.mkdirSync(DIR, {recursive: true});
    // Never half a file: another process may read it.
    const own = `${file}.${process.pid}`;
    fs.writeFileSync(own, serialize(JSON.parse(JSON.stringify(tree))));
    fs.renameSync(own, file);
    const all = fs.readdirSync(DIR);
    if (all.length > MOST) {
      all
        .filter((name) => !asked.has(name))
        .forEach((name) => fs.rmSync(path.join(DIR, name), {force: true}));
    }
  } catch {
    // Without a cache the next run takes longer, and says the same.
  }
}
