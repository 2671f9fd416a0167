// `npm run dev`: the draft and the posts with live reload; `npm run dev -- --all` shows every edition (slower to start).
// Whatever else is given goes to Docusaurus: --port, --host, --no-open.
import {spawn} from 'node:child_process';
import {bin, requireNode, root} from './setup.mjs';

requireNode();
const args = process.argv.slice(2);
const all = args.includes('--all');
const server = spawn(bin('docusaurus'), ['start', ...args.filter((arg) => arg !== '--all')], {
  cwd: root,
  stdio: 'inherit',
  env: {...process.env, ...(all ? {} : {DRAFT_ONLY: 'true'})},
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => server.kill(signal));
}
server.on('exit', (code) => process.exit(code ?? 0));
