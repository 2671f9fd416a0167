/** Small content trees for tests: a base that breaks no rule, and the files of one case on top. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const FIXTURES = path.join(__dirname, '../../fixtures/lint');
const BASE = path.join(FIXTURES, '_base');

const roots: string[] = [];

/**
 * Writes a copy of the base with files put over it.
 * @param files content by path; `undefined` removes a file of the base
 * @returns the root of the tree
 */
export function makeTree(files: Record<string, string | Buffer | undefined>): string {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'lint-'));
  roots.push(root);
  fs.cpSync(BASE, root, {recursive: true});
  for (const [name, content] of Object.entries(files)) {
    const absolute = path.join(root, name);
    if (content === undefined) {
      fs.rmSync(absolute, {recursive: true});
    } else {
      fs.mkdirSync(path.dirname(absolute), {recursive: true});
      fs.writeFileSync(absolute, content);
    }
  }
  return root;
}

/** Call it in `afterAll`. */
export function removeTrees(): void {
  roots.splice(0).forEach((root) => fs.rmSync(root, {recursive: true}));
}

export const PAGE = 'docs/clinical-uses/fixture.mdx';
const RELEASED = 'versioned_docs/version-1.0/safety/monitoring.mdx';
const REFERENCES = 'docs/_evidence/references.yml';

/** Where a fixture stands in the tree, where it is not an ordinary page, post or list of moves. */
const PLACES: Record<string, string> = {
  'block/unused': 'docs/reference/data.mdx',
  'cite/memory-reference': REFERENCES,
  'cite/retracted-reference': REFERENCES,
  'cite/uncited-reference': REFERENCES,
  'errata/place': RELEASED,
  'figure/unused': 'docs/safety/monitoring.mdx',
  'format/yaml': 'docs/_evidence/timeline.yml',
  'image/script': 'static/fixture.svg',
  'moves/missing': RELEASED,
  'references/same-source': REFERENCES,
  'spelling/word-list': 'spelling.txt',
};
const PLACES_BY_GROUP: Record<string, string> = {
  assessment: 'docs/_evidence/self-assessment.yml',
  update: 'blog/2026-01-02-fixture.mdx',
  moves: 'docs/_moves.yml',
  study: 'docs/_evidence/studies/fixture.yml',
  regulation: 'docs/_evidence/regulation.yml',
  timeline: 'docs/_evidence/timeline.yml',
  vocabulary: 'docs/_evidence/vocabulary.yml',
};

/** Path in the tree at which the fixtures of a rule are checked. */
export function fixturePlace(rule: string): string {
  return PLACES[rule] ?? PLACES_BY_GROUP[rule.split('/')[0]!] ?? PAGE;
}

/** `cite/unknown-key` has its fixtures in cite-unknown-key/. */
export function fixtureDir(rule: string): string {
  return path.join(FIXTURES, rule.replace('/', '-'));
}

/** Content of a rule's fixture, `good` or `bad`, whatever its extension. */
export function readFixture(rule: string, name: 'good' | 'bad'): string {
  const dir = fixtureDir(rule);
  const file = fs.readdirSync(dir).find((entry) => path.parse(entry).name === name);
  if (file === undefined) {
    throw new Error(`${dir} has no ${name} fixture`);
  }
  return fs.readFileSync(path.join(dir, file), 'utf8');
}
