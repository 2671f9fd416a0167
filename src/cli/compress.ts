/**
 * `npm run compress -- [folder]`: puts packed copies (`.br`, `.gz`) beside the texts of the build, for servers that send
 * such files instead of packing anew at each request, as nginx does. Hosts such as Netlify and GitHub Pages need none.
 */
import fs from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const TEXTS = /\.(html|css|csv|js|json|jsonl|md|txt|xml|svg|bib|ris|webmanifest)$/;

/** Smaller files gain nothing. */
const SMALLEST = 512;

/** As many as zlib has threads for. */
const AT_ONCE = 4;

/** @returns how many files have packed copies now */
export async function compress(dir: string): Promise<number> {
  const files = fs
    .readdirSync(dir, {recursive: true, encoding: 'utf8'})
    .filter((file) => TEXTS.test(file))
    .map((file) => path.join(dir, file))
    .filter((file) => fs.statSync(file).size >= SMALLEST);
  const waiting = [...files];
  const one = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const text = fs.readFileSync(file);
      const {mtime} = fs.statSync(file);
      for (const [ending, packed] of [
        ['.br', await brotli(text)],
        ['.gz', await gzip(text, {level: 9})],
      ] as const) {
        fs.writeFileSync(file + ending, packed);
        // Servers make the tag of an answer from it.
        fs.utimesSync(file + ending, mtime, mtime);
      }
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, one));
  return files.length;
}

async function main(): Promise<void> {
  const [dir = 'build'] = process.argv.slice(2);
  if (!fs.existsSync(path.join(dir, 'index.html'))) {
    console.error(`${dir} holds no site: run npm run build first, or name its folder.`);
    process.exitCode = 1;
    return;
  }
  console.log(`${await compress(dir)} files packed`);
}

if (require.main === module) {
  void main();
}
