import path from 'node:path';
import {execFileSync} from 'node:child_process';
import {YAML_FORMAT} from '../../../src/lint/rules/format-yaml';

const ROOT = path.join(__dirname, '../../..');

test('the check formats data as .prettierrc.json says', () => {
  // Prettier is an ES module, which Jest cannot load.
  const options = JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        "import {resolveConfig} from 'prettier'; console.log(JSON.stringify(await resolveConfig('docs/_evidence/timeline.yml')));",
      ],
      {cwd: ROOT, encoding: 'utf8'},
    ),
  );
  expect(options).toEqual(YAML_FORMAT);
});
