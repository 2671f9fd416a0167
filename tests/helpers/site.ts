/** Small sites in temporary folders: `{path: text}` on disk, as the code under test reads it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Files = Record<string, string | Uint8Array>;

const roots: string[] = [];

/**
 * Writes a site of its own for one test.
 * @returns absolute path of its root
 */
export function makeSite(files: Files): string {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'site-'));
  roots.push(root);
  writeFiles(root, files);
  return root;
}

/** Adds or replaces files of a site. */
export function writeFiles(root: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const absolute = path.join(root, name);
    fs.mkdirSync(path.dirname(absolute), {recursive: true});
    fs.writeFileSync(absolute, content);
  }
}

/** Text of every file below a folder by path, sorted: what a test compares before and after. */
export function readFiles(root: string): Record<string, string> {
  return Object.fromEntries(
    fs
      .readdirSync(root, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => path.join(parentPath, name))
      .sort()
      .map((file) => [
        path.relative(root, file).split(path.sep).join('/'),
        fs.readFileSync(file, 'utf8'),
      ]),
  );
}

/** Call it in `afterAll`. */
export function removeSites(): void {
  roots.splice(0).forEach((root) => fs.rmSync(root, {recursive: true}));
}
