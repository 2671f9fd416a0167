// `npm run check`: the content checks, once the packages are those of the lock file.
import {bin, installPackages, requireNode, run} from './setup.mjs';

requireNode();
installPackages();
run(bin('tsx'), ['src/lint/cli.ts', ...process.argv.slice(2)]);
