import path from 'node:path';
import {glossarySections, loadVocabulary, wordsFor} from '../../../src/evidence/vocabulary';
import {dataYml, term} from '../../helpers/data';
import {report} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

function load(content: string) {
  const root = makeSite({'docs/_evidence/vocabulary.yml': content});
  return loadVocabulary(path.join(root, 'docs/_evidence'), root);
}

test('terms are sorted by id as computers sort, so that there is one place for each', () => {
  expect(report(load(dataYml(term('a-b'), term('a1'), term('ab'))))).toBe('');
  expect(load(dataYml(term('b'.repeat(2)), term('aa'))).problems).toMatchObject([
    {rule: 'vocabulary/order', line: 2},
  ]);
});

test('an id that the glossary needs for a letter', () => {
  expect(load(dataYml(term('k'))).problems).toMatchObject([{rule: 'vocabulary/schema', line: 1}]);
  expect(load(dataYml(term('0-9'))).problems).toMatchObject([{rule: 'vocabulary/schema'}]);
});

test('all words that should find a term, the preferred one first', () => {
  expect(
    wordsFor(
      term('bladder', {
        term: 'ketamine cystitis',
        abbreviations: ['KC'],
        brands: ['B'],
        spellings: ['uropathy'],
        lay: ['k bladder'],
        searched_as: ['pee blood'],
        misspellings: ['cistitis'],
      }),
    ),
  ).toEqual(['ketamine cystitis', 'KC', 'B', 'uropathy', 'k bladder', 'pee blood', 'cistitis']);
});

test('sections by the letter that a reader looks under', () => {
  const terms = ['2-FDCK', 'mTOR', 'MADRS', 'Åsberg', 'anesthesia'].map((name, i) =>
    term(`t${i}`, {term: name}),
  );
  expect(
    glossarySections(terms).map(({id, title, terms: own}) => [id, title, own.map((t) => t.term)]),
  ).toEqual([
    ['0-9', '0 to 9', ['2-FDCK']],
    ['a', 'A', ['anesthesia', 'Åsberg']],
    ['m', 'M', ['MADRS', 'mTOR']],
  ]);
});
