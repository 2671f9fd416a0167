/** `npm run schemas`: writes schemas/*.json from the definitions in src/evidence and src/figures. */
import fs from 'node:fs';
import path from 'node:path';
import {jsonSchemaFiles, SCHEMAS_DIR} from '../evidence/json-schemas';

/**
 * Writes the files, and removes others from their folder.
 * @param root absolute path of the repository
 * @returns names of the files written, sorted
 */
export function writeSchemas(root: string): string[] {
  const dir = path.join(root, SCHEMAS_DIR);
  const files = jsonSchemaFiles();
  fs.mkdirSync(dir, {recursive: true});
  fs.readdirSync(dir)
    .filter((name) => !files.has(name))
    .forEach((name) => fs.rmSync(path.join(dir, name)));
  files.forEach((text, name) => fs.writeFileSync(path.join(dir, name), text));
  return [...files.keys()].sort();
}

if (require.main === module) {
  writeSchemas(process.cwd()).forEach((name) => console.log(`${SCHEMAS_DIR}/${name}`));
}
