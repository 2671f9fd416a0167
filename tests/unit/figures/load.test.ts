import path from 'node:path';
import {figureIds, loadFigure} from '../../../src/figures/load';
import {report} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

const DIR = 'docs/_evidence/figures';

test('figures are known by the names of their files, sorted', () => {
  const root = makeSite({
    [`${DIR}/b.yml`]: '',
    [`${DIR}/a.yml`]: '',
    [`${DIR}/README.md`]: '',
  });
  expect(figureIds(path.join(root, 'docs/_evidence'))).toEqual(['a', 'b']);
});

test('an edition without figures has none', () => {
  expect(figureIds(path.join(makeSite({}), 'docs/_evidence'))).toEqual([]);
});

test('a file that cannot be read is a problem of that file', () => {
  const root = makeSite({
    [`${DIR}/latin.yml`]: Buffer.from('title: Müller', 'latin1'),
    [`${DIR}/kind.yml`]: 'id: kind\nkind: pie\n',
  });
  const load = (id: string) => report(loadFigure(id, path.join(root, 'docs/_evidence'), root));
  expect(load('latin')).toMatchInlineSnapshot(`
    "docs/_evidence/figures/latin.yml:1:9  file/encoding
      Found      bytes that are not UTF-8
      Expected   UTF-8 text
      Fix        save the file as UTF-8

    1 problem:
      file/encoding: 1"
  `);
  expect(load('kind')).toMatchInlineSnapshot(`
    "docs/_evidence/figures/kind.yml:2:7  figure/schema
      Found      kind: "pie"
      Expected   Invalid discriminator value. Expected 'effects' | 'ranges' | 'forest' | 'timeline' | 'mechanism'

    1 problem:
      figure/schema: 1"
  `);
});
