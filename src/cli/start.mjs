// `npm start`: installs what is missing, builds the site, serves it with search on http://localhost:3000.
import {spawn} from 'node:child_process';
import {bin, installPackages, requireNode, root, run} from './setup.mjs';

requireNode();
installPackages();
const port = process.env.PORT ?? '3000';
// The address that pages name as their own; a deployment sets its real one.
run(bin('docusaurus'), ['build'], {
  env: {SITE_URL: `http://localhost:${port}`, ...process.env},
});
const server = spawn(bin('docusaurus'), ['serve', '--no-open', '--port', port], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => server.kill(signal));
}
server.on('exit', (code) => process.exit(code ?? 0));
