import {hasHistory} from '../../../src/site/history';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

test.each([
  ['false\n', true],
  ['true\n', false],
])('git says of a shallow clone: %j', (answer, expected) => {
  expect(hasHistory('/anywhere', () => answer)).toBe(expected);
});

test('an export has none', () => {
  expect(hasHistory(makeSite({'docs/a.mdx': ''}))).toBe(false);
});
