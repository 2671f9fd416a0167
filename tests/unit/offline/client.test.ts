import {isSparing} from '../../../src/offline/client';
import {megabytes} from '../../../src/offline/manifest';

test.each([
  [undefined, false],
  [{}, false],
  [{effectiveType: '4g'}, false],
  [{effectiveType: '4g', saveData: true}, true],
  [{effectiveType: '3g'}, true],
  [{effectiveType: 'slow-2g'}, true],
])('a connection %j is sparing: %s', (connection, sparing) => {
  expect(isSparing(connection ?? {})).toBe(sparing);
});

test('bytes are said in millions', () => {
  expect(megabytes(3_449_999)).toBe('3.4 MB');
});
