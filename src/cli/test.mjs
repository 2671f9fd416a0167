// `npm test`: installs what the tests need (a browser included), runs every suite, and sums them up in one last line.
import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {
  bin,
  installChromium,
  installNginx,
  installPackages,
  requireNode,
  resultsDir,
  root,
} from './setup.mjs';

requireNode();
installPackages();
const chromium = installChromium();
installNginx();
const results = resultsDir();
const env = {...process.env, CHROMIUM_PATH: chromium};

/** Passed and failed tests of a suite. A suite that leaves no result counts as one failure. */
const suites = [
  // Static checks count as one test each.
  command('types', 'tsc', ['--noEmit']),
  command('eslint', 'eslint', ['.']),
  command('prettier', 'prettier', ['--check', '--log-level', 'warn', '.']),
  command('content checks', 'tsx', ['src/lint/cli.ts']),
  jest(),
  command('build', 'docusaurus', ['build']),
  playwright(),
];

const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
const failed = suites.reduce((sum, suite) => sum + suite.failed, 0);
for (const suite of suites) {
  console.log(`${suite.name}: ${suite.passed} passed, ${suite.failed} failed`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function execute(name, args, extra = {}) {
  console.log(`\n> ${name} ${args.join(' ')}`);
  return (
    spawnSync(bin(name), args, {cwd: root, stdio: 'inherit', env: {...env, ...extra}}).status === 0
  );
}

function command(name, executable, args) {
  const ok = execute(executable, args);
  return {name, passed: ok ? 1 : 0, failed: ok ? 0 : 1};
}

function jest() {
  const file = path.join(results, 'jest.json');
  rmSync(file, {force: true});
  const ok = execute('jest', ['--json', `--outputFile=${file}`]);
  return summary('jest', ok, file, ({numPassedTests, numFailedTests, numFailedTestSuites}) => ({
    passed: numPassedTests,
    // A file that could not even be loaded has failed suites without failed tests.
    failed: Math.max(numFailedTests, numFailedTestSuites),
  }));
}

function playwright() {
  const file = path.join(results, 'playwright.json');
  rmSync(file, {force: true});
  const ok = execute('playwright', ['test'], {PLAYWRIGHT_JSON_OUTPUT_FILE: file});
  return summary('playwright', ok, file, ({stats, errors}) => ({
    flaky: stats.flaky,
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

function summary(name, ok, file, read) {
  try {
    const {passed, failed, flaky = 0} = read(JSON.parse(readFileSync(file, 'utf8')));
    if (flaky > 0) {
      console.log(`${name}: ${flaky} passed on the second try only`);
    }
    // A green exit with no test run, or a red one with no failed test, is a failure of the suite itself.
    return {name, passed, failed: failed || (ok && passed > 0 ? 0 : 1)};
  } catch {
    return {name, passed: 0, failed: 1};
  }
}
