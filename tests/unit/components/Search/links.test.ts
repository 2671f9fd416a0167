import {resultsHref, sectionHref} from '../../../../src/components/Search/links';

const PAGE = {id: 1, url: '/docs/a/', title: 'A', breadcrumb: [], sections: []};

test('a section is reached with the words to mark, encoded', () => {
  expect(sectionHref(PAGE, {hash: '#dose', heading: '', marks: ['0.5', 'a&b#c']})).toBe(
    '/docs/a/?_highlight=0.5&_highlight=a%26b%23c#dose',
  );
  expect(sectionHref(PAGE, {hash: '', heading: '', marks: []})).toBe('/docs/a/');
});

test('results name the edition, unless it is the latest', () => {
  expect(resultsHref('/kb/', '/kb/', ' a b ')).toBe('/kb/search/?q=a+b');
  expect(resultsHref('/kb/', '/kb/docs/next/', 'a')).toBe('/kb/search/?q=a&version=docs%2Fnext%2F');
});
