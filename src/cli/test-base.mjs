// `npm run test:base`: builds the site for a path other than "/", and tests that it works there (tests/base).
import {spawnSync} from 'node:child_process';
import {bin, installChromium, installPackages, requireNode, root} from './setup.mjs';

requireNode();
installPackages();
const env = {...process.env, CHROMIUM_PATH: installChromium(), BASE_URL: '/ketamine/'};
for (const [command, ...args] of [
  ['docusaurus', 'build', '--out-dir', 'dist/base'],
  ['playwright', 'test', '-c', 'playwright.base.config.ts'],
]) {
  const {status} = spawnSync(bin(command), args, {cwd: root, stdio: 'inherit', env});
  if (status !== 0) {
    process.exit(1);
  }
}
