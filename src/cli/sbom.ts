/** `npm run sbom -- [file]`: the bill of materials of this release, CycloneDX as JSON, into a file or to the terminal. */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** As npm writes it, as far as we change it. */
interface Bill {
  serialNumber?: string;
  metadata: {timestamp?: string; component: {name: string; 'bom-ref': string; purl: string}};
}

/** Without the moment and the number of the run, and under the package's name: one lock file gives the same bytes. */
export function releaseBill(written: string, name: string): string {
  const bill = JSON.parse(written) as Bill;
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  // npm takes the folder's.
  bill.metadata.component.name = name;
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function main(): void {
  const root = process.cwd();
  const {name} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    name: string;
  };
  const written = execFileSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
    {cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32'},
  );
  const [file] = process.argv.slice(2);
  const bill = releaseBill(written, name);
  if (file) {
    fs.writeFileSync(file, bill);
  } else {
    process.stdout.write(bill);
  }
}

if (require.main === module) {
  main();
}
