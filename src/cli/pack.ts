/** `npm run pack -- 2.0`: an edition as one zip that needs no network. Takes a finished build. */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {docsPlaces} from '../editions/places';
import {NEXT} from '../lint/document';
import {count} from '../lint/report';
import {copyOf} from '../pack/copy';
import {zip} from '../pack/zip';

const USAGE = 'npm run pack -- [<edition> ...] [--build build] [--out dist]';

async function main(): Promise<void> {
  const root = process.cwd();
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {build: {type: 'string', default: 'build'}, out: {type: 'string', default: 'dist'}},
  });
  const places = docsPlaces(root);
  const editions = places.filter(({edition}) => edition !== NEXT);
  const wanted = positionals.length > 0 ? positionals : editions.map(({edition}) => edition);
  const unknown = wanted.find((name) => !editions.some(({edition}) => edition === name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no edition ${unknown}, but ${editions.map(({edition}) => edition).join(', ')}.\nUse: ${USAGE}`,
    );
  }
  const out = path.resolve(root, values.out);
  fs.mkdirSync(out, {recursive: true});
  for (const edition of wanted) {
    const place = places.find((one) => one.edition === edition)!;
    const files = await copyOf(place, places, path.resolve(root, values.build));
    const name = `ketamine-knowledge-base-${edition}`;
    const bytes = zip(files, name, place.released!);
    fs.writeFileSync(path.join(out, `${name}.zip`), bytes);
    const sum = createHash('sha256').update(bytes).digest('hex');
    fs.writeFileSync(path.join(out, `${name}.zip.sha256`), `${sum}  ${name}.zip\n`);
    console.log(
      `${path.join(values.out, `${name}.zip`)}: ${count(files.size, 'file')}, ${(bytes.length / 1e6).toFixed(1)} MB, sha256 ${sum}`,
    );
  }
}

main().catch((error: Error) => {
  // Whoever releases is told what is wrong, not where in our code it came up.
  console.error(error.message.trim());
  if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`Use: ${USAGE}`);
  }
  process.exitCode = 1;
});
