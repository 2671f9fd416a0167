// What `npm start` and `npm test` need before anything of ours can run. Plain Node: nothing is installed yet.
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs a command with our terminal; ends the process with its exit code where it fails. */
export function run(command, args, options = {}) {
  const {status, error} = spawnSync(command, args, {cwd: root, stdio: 'inherit', ...options});
  if (error) {
    throw error;
  }
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

/** Path of a command that a package of ours brings. */
export function bin(name) {
  return path.join(root, 'node_modules', '.bin', name);
}

/** Stops early, with the reason, on a Node.js that is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node.js ${process.versions.node} is too old: install 20.19 or newer.`);
    process.exit(1);
  }
}

/** Installs packages as locked, unless all are there: after a pull, some may be missing or old. */
export function installPackages() {
  if (!hasLockedPackages()) {
    console.error('Installing packages ...');
    // What the command itself prints may be read by a program.
    run('npm', ['ci', '--no-audit', '--no-fund'], {
      stdio: ['inherit', process.stderr, process.stderr],
    });
  }
}

/** Compares the lock file with the list that npm keeps of what it installed. */
function hasLockedPackages() {
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) {
    return false;
  }
  const installed = read('node_modules/.package-lock.json');
  return Object.entries(read('package-lock.json')).every(
    ([place, {version, optional, devOptional}]) =>
      // Those for other systems are not installed.
      place === '' || optional || devOptional || installed[place]?.version === version,
  );
}

/** Where a browser for the tests may be, best first: the environment, the system's, Playwright's own. */
export function findChromium() {
  const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .map((name) => which(name))
    .find(Boolean);
  return [process.env.CHROMIUM_PATH, onPath, playwrightChromium()].find(
    (candidate) => candidate && existsSync(candidate),
  );
}

function which(name) {
  try {
    return execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\n')[0]
      .trim();
  } catch {
    return undefined;
  }
}

function playwrightChromium() {
  const {stdout} = spawnSync(
    process.execPath,
    ['-e', "console.log(require('@playwright/test').chromium.executablePath())"],
    {cwd: root, encoding: 'utf8'},
  );
  return stdout?.trim();
}

/**
 * A Chromium to test with, installed where there is none: from the system's packages as root on Debian and its kin,
 * else Playwright's own.
 */
export function installChromium() {
  const found = findChromium();
  if (found) {
    return found;
  }
  console.log('Installing a Chromium for the browser tests ...');
  if (canInstall()) {
    install('chromium');
  } else {
    run(bin('playwright'), ['install', 'chromium']);
  }
  const installed = findChromium();
  if (!installed) {
    console.error('No Chromium found: install one, or name it in CHROMIUM_PATH.');
    process.exit(1);
  }
  return installed;
}

/** The tests serve the site with a real nginx: installed as root on Debian and its kin, asked for elsewhere. */
export function installNginx() {
  if (which('nginx') || existsSync('/usr/sbin/nginx')) {
    return;
  }
  if (canInstall()) {
    console.log('Installing nginx for the browser tests ...');
    install('nginx');
  } else {
    console.error(
      'No nginx found, with which the tests serve the site: those tests will fail. Install it (`apt-get install nginx`, `brew install nginx`).',
    );
  }
}

function canInstall() {
  return process.getuid?.() === 0 && which('apt-get') !== undefined;
}

function install(name) {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', name], {
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
  });
}

/** A folder for what a run leaves behind; never committed. */
export function resultsDir() {
  const dir = path.join(root, 'test-results');
  mkdirSync(dir, {recursive: true});
  return dir;
}
