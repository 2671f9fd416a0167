/** `npm run compare -- <build> <build>`: whether two builds are the same, file by file. */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {count} from '../lint/report';

const USAGE = 'npm run compare -- <folder of a build> <folder of another>';

/** @returns a line for each file that only one of the folders has, or that differs */
export function differences(a: string, b: string): string[] {
  const [inA, inB] = [sumsOf(a), sumsOf(b)];
  return [...new Set([...inA.keys(), ...inB.keys()])].sort().flatMap((file) => {
    if (!inB.has(file)) {
      return [`only in the first: ${file}`];
    }
    if (!inA.has(file)) {
      return [`only in the second: ${file}`];
    }
    return inA.get(file) === inB.get(file) ? [] : [`differs: ${file}`];
  });
}

function sumsOf(folder: string): Map<string, string> {
  return new Map(
    fs
      .readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => {
        const file = path.join(parentPath, name);
        const sum = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
        return [path.relative(folder, file), sum];
      }),
  );
}

function main(): number {
  const [a, b] = process.argv.slice(2);
  const missing = [a, b].find((folder) => !folder || !fs.existsSync(folder));
  if (!a || !b || missing) {
    console.error(`${missing ? `There is no folder ${missing}.\n` : ''}Use: ${USAGE}`);
    return 1;
  }
  const lines = differences(a, b);
  console.log([...lines, `${count(lines.length, 'difference')}.`].join('\n'));
  return lines.length > 0 ? 1 : 0;
}

if (require.main === module) {
  process.exitCode = main();
}
