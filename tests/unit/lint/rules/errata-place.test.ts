import {checkContent} from '../../../../src/lint/run';
import {makeTree, PAGE, readFixture, removeTrees} from '../tree';

afterAll(removeTrees);

test('a page of the draft has no errata: its text is mended', () => {
  const source = String(readFixture('heading/level', 'good')).replace(
    '---\n',
    '---\nerrata: [{date: 2026-12-01, was: A., now: B.}]\n',
  );
  const {problems} = checkContent(makeTree({[PAGE]: source}));
  expect(problems.map(({rule, line, found}) => [rule, line, found])).toEqual([
    ['errata/place', 2, 'errata on a page of the draft'],
  ]);
});
