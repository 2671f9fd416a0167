/** The study records of every edition, and what is derived from them. */
import fs from 'node:fs';
import path from 'node:path';
import {jsonSchemaFiles, SCHEMAS_DIR} from '../../src/evidence/json-schemas';
import {loadEvidence} from '../../src/evidence/load';
import {loadStudies, studiesDir} from '../../src/evidence/load-studies';
import {effectOf, orientedEffect} from '../../src/evidence/study-effects';
import {armsText, facetsOf, shortTitle} from '../../src/evidence/study-summary';
import {dataRefs} from '../../src/lint/content';
import {editionDir, readEditions} from '../../src/site/editions';
import {report} from '../helpers/problems';

const root = path.join(__dirname, '../..');
const draft = path.join(root, 'docs/_evidence');
const {references} = loadEvidence(draft, root);
const studies = loadStudies(draft, root);
const all = [...studies.byId.values()];
const effects = all.flatMap((study) =>
  (study.outcomes ?? []).flatMap((outcome) => effectOf(study, outcome) ?? []),
);

test('the draft has studies, and every one loads', () => {
  expect(report(studies)).toBe('');
  expect(all.length).toBeGreaterThan(0);
  expect(all.map(({id}) => id)).toEqual(studies.ids);
});

test.each(readEditions(root).map(({edition}) => edition))(
  'every study of edition %s still loads, where it has any',
  (edition) => {
    expect(report(loadStudies(path.join(editionDir(root, edition), '_evidence'), root))).toBe('');
  },
);

test('every source of a study is a reference that was seen', () => {
  const cited = all.flatMap((study) => dataRefs(study).map((key) => [study.id, key] as const));
  expect(cited.length).toBeGreaterThanOrEqual(all.length);
  expect(
    cited.filter(([, key]) => (references.get(key)?.verified ?? 'memory') === 'memory'),
  ).toEqual([]);
});

test('nothing in a record rests on memory', () => {
  const texts = studies.ids.map((id) =>
    fs.readFileSync(path.join(studiesDir(draft), `${id}.yml`), 'utf8'),
  );
  expect(texts.filter((text) => /from memory|\(memory\)|verified: memory/i.test(text))).toEqual([]);
});

test('every type of outcome is there', () => {
  const types = new Set(all.flatMap(({outcomes = []}) => outcomes.map(({type}) => type)));
  expect([...types].sort()).toEqual([
    'continuous',
    'dichotomous',
    'effect',
    'narrative',
    'percent',
  ]);
});

test('tables can say of every study what it is, when and with what', () => {
  const untitled = all.filter((study) => shortTitle(study, references) === study.id);
  const facets = all.map((study) => facetsOf(study, references));
  // A record without author or year in its reference is known by its id alone.
  expect(untitled.length).toBeLessThan(all.length / 20);
  expect(facets.filter(({year}) => year === undefined).length).toBeLessThan(all.length / 20);
  for (const key of ['conditions', 'drugs', 'routes', 'comparators'] as const) {
    expect(new Set(facets.flatMap((facet) => facet[key] as string[])).size).toBeGreaterThan(5);
  }
  expect(all.filter((study) => /undefined|NaN/.test(armsText(study)))).toEqual([]);
});

test('effects can be drawn, and their intervals hold them', () => {
  const usable = effects.flatMap(({effect}) => effect ?? []);
  expect(usable.length).toBeGreaterThan(50);
  expect(effects.some(({source}) => source === 'computed')).toBe(true);
  expect(
    usable.filter(
      ({value, low, high, se}) =>
        !(Number.isFinite(value) && se > 0 && low <= value && value <= high),
    ),
  ).toEqual([]);
});

test('a reported interval is not far from what its estimate and width say: no misprint slipped in', () => {
  const odd = effects.filter(({effect, printed, outcome}) => {
    if (!effect || !printed || outcome.type !== 'effect') {
      return false;
    }
    const [low, high] = [printed.low, printed.high].map((x) =>
      ['RR', 'OR', 'HR', 'IRR', 'PR', 'ROR'].includes(outcome.measure) ? Math.log(x) : x,
    ) as [number, number];
    // Where the estimate stands between the ends: 0.5 is the middle.
    const at = (effect.y - low) / (high - low);
    return at < 0.25 || at > 0.75;
  });
  expect(odd.map(({study, outcome}) => `${study.id} ${outcome.id}`)).toEqual([]);
});

test('most effects say which side is good, so that they can be drawn one way', () => {
  const oriented = effects.filter((effect) => orientedEffect(effect));
  expect(oriented.length).toBeGreaterThan(0.9 * effects.length);
});

describe('schemas/', () => {
  const files = jsonSchemaFiles();

  test('holds exactly what the definitions make: npm run schemas', () => {
    const dir = path.join(root, SCHEMAS_DIR);
    const committed = Object.fromEntries(
      fs.readdirSync(dir).map((name) => [name, fs.readFileSync(path.join(dir, name), 'utf8')]),
    );
    expect(committed).toEqual(Object.fromEntries(files));
  });

  test.each([...files.keys()])('%s says what the fields are', (name) => {
    const {properties, anyOf, oneOf, items} = JSON.parse(files.get(name)!) as Record<
      string,
      object
    >;
    expect(properties ?? anyOf ?? oneOf ?? items).toBeDefined();
  });
});
