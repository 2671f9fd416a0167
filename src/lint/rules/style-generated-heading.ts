import {defineDocumentRule, placeOf} from '../rule';

const GENERATED = /^(?:references?|bibliography|related pages?|at a glance|updates?)$/i;

export const styleGeneratedHeading = defineDocumentRule({
  id: 'style/generated-heading',
  title: 'Headings that the build writes are not written by hand',
  why: 'The page would have them twice, and a list by hand goes stale.',
  scope: 'next',
  check: (document) =>
    document.headings
      .filter(({text}) => GENERATED.test(text))
      .map(({node, text}) => ({
        ...placeOf(document, node),
        found: text,
        expected: 'no such heading: the build writes it',
        fix: 'remove the section; citations, posts, and `related` and `at_a_glance` in front matter make it',
      })),
});
