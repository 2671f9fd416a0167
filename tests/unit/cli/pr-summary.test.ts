import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {summarize} from '../../../src/cli/pr-summary';
import {makeSite, readFiles, removeSites, writeFiles, type Files} from '../../helpers/site';

afterAll(removeSites);

const SOUND = readFiles(path.join(__dirname, '../../fixtures/lint/_base'));
const PAGE = 'docs/safety/monitoring.mdx';
const REFERENCES = 'docs/_evidence/references.yml';

function git(root: string, ...args: string[]): void {
  const {status, stderr} = spawnSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args],
    {cwd: root, encoding: 'utf8'},
  );
  if (status !== 0) {
    throw new Error(stderr);
  }
}

/** A repository with a branch `change` beside `main`, and the files of the change committed. */
function repository(change: Files, removed: readonly string[] = []): string {
  const root = makeSite(SOUND);
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'Begin');
  git(root, 'checkout', '-qb', 'change');
  writeFiles(root, change);
  removed.forEach((file) => fs.rmSync(path.join(root, file)));
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'Change', '--allow-empty');
  return root;
}

const CHANGE = {
  [PAGE]: `${SOUND[PAGE]!.replace('Read another.', 'Read one more here.')}
## New | part {/* #new-part */}

Three *words* there.
`,
  'docs/safety/sleep.mdx': `---
title: Sleep
type: about
---

One two.
`,
  [REFERENCES]: `${SOUND[REFERENCES]!.replace('A title', 'Another title').replace(/- id: study2021[^]*$/, '')}- id: zest2026
  type: article
  title: "A trial of @everyone <b>"
  DOI: 10.1000/zest
  kind: rct
  verified: abstract
`,
  'docs/_evidence/figures/base.yml': `${SOUND['docs/_evidence/figures/base.yml']}# more\n`,
  'blog/2026-02-02-new.mdx': '---\ntitle: New\n---\n\nText.\n',
  'src/x.ts': 'export {};\n',
};

test('pages with words and sections, references, data, posts and code', () => {
  expect(summarize({root: repository(CHANGE), base: 'main'})).toMatchInlineSnapshot(`
    "## What this changes

    ### 2 pages

    | Page | | Words | Sections |
    | --- | --- | --- | --- |
    | Monitoring | changed | +8 −1 | Vital signs, New \\| part (new) |
    | Sleep | added | +3 −0 | Introduction |

    ### References

    **Added** (1)

    - \`zest2026\` A trial of \\@everyone \\<b\\>

    **Changed** (1)

    - \`base2020\` Another title

    **Removed** (1)

    - \`study2021\` Another title

    ### Other files

    - Figures: \`base.yml\` changed
    - Updates: \`2026-02-02-new.mdx\` added
    - Code and the rest: 1 file
    "
  `);
});

test('sections lead to the preview, or to the source at their line', () => {
  const root = repository(CHANGE);
  expect(summarize({root, base: 'main', site: 'https://preview.example/'})).toContain(
    '[Vital signs](https://preview.example/docs/next/safety/monitoring/#vital-signs)',
  );
  const source = {repository: 'https://github.com/owner/kb', commit: 'abc'};
  const line = CHANGE[PAGE]!.split('\n').findIndex((text) => text.startsWith('## New')) + 1;
  expect(summarize({root, base: 'main', source})).toContain(
    `(https://github.com/owner/kb/blob/abc/${PAGE}?plain=1#L${line}) (new)`,
  );
});

test('what came to main meanwhile is no part of it', () => {
  const root = repository({});
  git(root, 'checkout', '-q', 'main');
  writeFiles(root, {[PAGE]: `${SOUND[PAGE]}\nMore on main.\n`});
  git(root, 'commit', '-qam', 'Meanwhile');
  git(root, 'checkout', '-q', 'change');
  expect(summarize({root, base: 'main'})).toBe(
    '## What this changes\n\nNo page of the draft says anything else.\n',
  );
});

test('a page that goes, and a released edition that changes, are told', () => {
  const released = 'versioned_docs/version-1.0/safety/monitoring.mdx';
  const root = repository({[released]: `${SOUND[released]}\nMore.\n`}, ['docs/reference/data.mdx']);
  const summary = summarize({root, base: 'main'});
  expect(summary).toMatch(
    /^## What this changes\n\n> \*\*A released edition changes\*\* \(1 file\)/,
  );
  expect(summary).toMatch(/\| [^|[]+ \| removed \| \+0 −\d+ \|/);
});

test('a commit that Git does not know is told in a sentence', () => {
  expect(() => summarize({root: repository({}), base: 'nowhere'})).toThrow(
    /^Git knows no common commit of "nowhere" and HEAD/,
  );
});
