/** `npm run pdf -- 2.0`: an edition as one PDF, with contents, outline and working links. Takes a finished build. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {bookOf} from '../book/book';
import {printBook} from '../book/print';
import {docsPlaces} from '../editions/places';
import {NEXT} from '../lint/document';
import {count} from '../lint/report';
import {siteOf} from '../pack/copy';
import {menuOf} from '../pack/menu';

const USAGE =
  'npm run pdf -- [<edition>] [--only <slug>,<slug>] [--format A4|Letter] [--build build] [--out dist]';

async function main(): Promise<void> {
  const root = process.cwd();
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      build: {type: 'string', default: 'build'},
      out: {type: 'string', default: 'dist'},
      only: {type: 'string'},
      format: {type: 'string', default: 'A4'},
    },
  });
  const editions = docsPlaces(root).filter(({edition}) => edition !== NEXT);
  const place = positionals[0]
    ? editions.find(({edition}) => edition === positionals[0])
    : editions[0];
  if (!place) {
    throw new Error(
      `There is no edition ${positionals[0] ?? ''}, but ${editions.map(({edition}) => edition).join(', ')}.\nUse: ${USAGE}`,
    );
  }
  const {format} = values;
  if (format !== 'A4' && format !== 'Letter') {
    throw new Error(`Paper is A4 or Letter, not ${format}.\nUse: ${USAGE}`);
  }
  const build = path.resolve(root, values.build);
  const {origin, baseUrl} = siteOf(build, place);
  const fileOf = (address: string): string =>
    path.join(build, address.slice(baseUrl.length), 'index.html');
  const read = (address: string): string => fs.readFileSync(fileOf(address), 'utf8');
  const whole = menuOf(`${baseUrl}${place.path}`, (address) =>
    fs.existsSync(fileOf(address)) ? read(address) : undefined,
  )
    // A category may lead to a page that stands in it too.
    .filter(({url}, n, all) => all.findIndex((other) => other.url === url) === n);
  const slugs = values.only?.split(',').map((slug) => `${baseUrl}${place.path}${slug}/`);
  const missing = slugs?.find((address) => !whole.some(({url}) => url === address));
  if (missing !== undefined) {
    throw new Error(`Edition ${place.edition} has no page ${missing}.\nUse: ${USAGE}`);
  }
  const menu = slugs ? whole.filter(({url}) => slugs.includes(url)) : whole;

  const html = bookOf({
    edition: place.edition,
    label: place.label,
    released: place.released!,
    origin,
    baseUrl,
    menu,
    read,
    css: stylesOf(build),
  });
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'book-'));
  try {
    const file = path.join(dir, 'book.html');
    fs.writeFileSync(file, html);
    const title = `Ketamine Knowledge Base, edition ${place.label}`;
    const {bytes, pages} = await printBook(
      pathToFileURL(file).href,
      await chromiumPath(),
      {title, released: place.released!},
      format,
    );
    const out = path.resolve(root, values.out);
    fs.mkdirSync(out, {recursive: true});
    const name = `ketamine-knowledge-base-${place.edition}.pdf`;
    fs.writeFileSync(path.join(out, name), bytes);
    console.log(
      `${path.join(values.out, name)}: ${count(menu.length, 'page')} of the site on ${count(pages, 'sheet')}, ${(bytes.length / 1e6).toFixed(1)} MB`,
    );
  } finally {
    fs.rmSync(dir, {recursive: true});
  }
}

/** The site's own style sheets, and ours. */
function stylesOf(build: string): string {
  const dir = path.join(build, 'assets', 'css');
  const sheets = fs.readdirSync(dir).filter((name) => /^styles\..*\.css$/.test(name));
  if (sheets.length === 0) {
    throw new Error('The build has no style sheet in assets/css: run npm run build first.');
  }
  return [
    ...sheets.map((name) => path.join(dir, name)),
    path.join(__dirname, '..', 'book', 'book.css'),
  ]
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n');
}

/** The same browser as that of the tests. */
async function chromiumPath(): Promise<string> {
  const {findChromium} = (await import('./setup.mjs' as string)) as {
    findChromium: () => string | undefined;
  };
  const found = findChromium();
  if (!found) {
    throw new Error(
      'No Chromium found: install one (npx playwright install chromium), or name it in CHROMIUM_PATH.',
    );
  }
  return found;
}

main().catch((error: Error) => {
  // Whoever releases is told what is wrong, not where in our code it came up.
  console.error(error.message.trim());
  if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`Use: ${USAGE}`);
  }
  process.exitCode = 1;
});
