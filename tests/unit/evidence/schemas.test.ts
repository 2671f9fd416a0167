import {
  dateSchema,
  isRealDate,
  partialDateSchema,
  referenceSchema,
  type Reference,
} from '../../../src/evidence/schemas';
import {reference} from '../../helpers/evidence';

/** Messages of what is wrong with a value. */
function messages(value: unknown): string[] {
  return (referenceSchema.safeParse(value).error?.issues ?? []).map(({message}) => message);
}

describe('isRealDate', () => {
  test.each([
    ['a year', '2006', true],
    ['a month', '2006-08', true],
    ['a day', '2006-08-01', true],
    ['the last day of a long month', '2026-12-31', true],
    ['29 February of a leap year', '2024-02-29', true],
    ['29 February of 2000, which was a leap year', '2000-02-29', true],
    ['29 February of another year', '2023-02-29', false],
    ['29 February of 1900, which was none', '1900-02-29', false],
    ['30 February', '2024-02-30', false],
    ['31 April', '2026-04-31', false],
    ['day 0', '2026-01-00', false],
    ['month 0', '2026-00-01', false],
    ['month 13', '2026-13', false],
    ['digits left out', '2026-1-2', false],
    ['two digits for the year', '26-01-02', false],
    ['a time behind it', '2026-01-02T10:00', false],
    ['slashes', '2026/01/02', false],
    ['the day first', '02-01-2026', false],
    ['words', 'yesterday', false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(isRealDate(text)).toBe(expected);
    expect(partialDateSchema.safeParse(text).success).toBe(expected);
  });

  test('a day must have its day', () => {
    expect(dateSchema.safeParse('2026-08-01').success).toBe(true);
    expect(dateSchema.safeParse('2026-08').success).toBe(false);
  });
});

describe('a reference may have', () => {
  test.each<[string, Partial<Reference>]>([
    ['a DOI', {DOI: '10.1001/archpsyc.63.8.856'}],
    [
      'a DOI with signs',
      {DOI: '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2'},
    ],
    ['a PubMed id', {DOI: undefined, PMID: '16894061'}],
    ['a PubMed Central id', {DOI: undefined, PMCID: 'PMC4627914'}],
    ['a registry number', {DOI: undefined, number: 'NCT04939649'}],
    ['an address', {DOI: undefined, URL: 'https://example.org/a?b=c#d'}],
    ['a group as its author', {author: [{literal: 'World Health Organization'}]}],
    ['no author', {author: undefined}],
    ['a year and month', {issued: {'date-parts': [[2024, 2]]}}],
    ['a day', {issued: {'date-parts': [[2024, 2, 29]]}}],
    ['a status with its notice', {status: {is: 'corrected', notice: '10.1000/x'}}],
    [
      'a status with all its fields',
      {
        status: {
          is: 'retracted',
          date: '2024-05',
          notice: 'https://example.org/',
          kept_because: 'History.',
        },
      },
    ],
  ])('%s', (_, overrides) => {
    expect(messages(reference('a', overrides))).toEqual([]);
  });
});

describe('a reference is refused for', () => {
  test.each<[string, object, string]>([
    [
      'a DOI as an address',
      {DOI: 'https://doi.org/10.1001/x'},
      'a DOI that begins with 10., without https://doi.org/',
    ],
    [
      'a DOI with a space',
      {DOI: '10.1001/x y'},
      'a DOI that begins with 10., without https://doi.org/',
    ],
    [
      'a DOI without its second part',
      {DOI: '10.1001/'},
      'a DOI that begins with 10., without https://doi.org/',
    ],
    [
      'a PubMed id with letters',
      {PMID: 'PMID16894061'},
      'a PubMed id of up to 8 digits, in quotes',
    ],
    ['a PubMed id of nine digits', {PMID: '123456789'}, 'a PubMed id of up to 8 digits, in quotes'],
    ['a PubMed Central id without PMC', {PMCID: '4627914'}, 'a PubMed Central id like PMC1234567'],
    [
      'an address without its scheme',
      {URL: 'example.org'},
      'an address that begins with http:// or https://',
    ],
    [
      'an address that runs a script',
      {URL: 'javascript:alert(1)'},
      'an address that begins with http:// or https://',
    ],
    [
      'no identifier',
      {DOI: undefined},
      'a DOI, PMID, PMCID, registry number or URL, so that a reader can find the source',
    ],
    [
      'a title that was not captured',
      {title: '[Title not captured]'},
      'the title as published (a title in square brackets was not captured)',
    ],
    ['an empty title', {title: '  '}, 'text that is not empty'],
    ['a key with capitals', {id: 'Zarate2006'}, 'a key of lower-case letters, digits and hyphens'],
    [
      'a key that would break an address',
      {id: 'a/b'},
      'a key of lower-case letters, digits and hyphens',
    ],
    [
      'a status that is not in the list',
      {status: {is: 'withdrawn', notice: '10.1000/x'}},
      'one of retracted, expression-of-concern, corrected, superseded',
    ],
    [
      'a status without its notice',
      {status: {is: 'retracted'}},
      'the notice, or what took its place: a DOI or an address',
    ],
    [
      'a notice that is no address',
      {status: {is: 'retracted', notice: 'see vol. 24'}},
      'a DOI that begins with 10., or an address that begins with http:// or https://',
    ],
    [
      'a status dated on a day that does not exist',
      {status: {is: 'retracted', notice: '10.1000/x', date: '2023-02-29'}},
      'a date that exists: "YYYY", "YYYY-MM" or "YYYY-MM-DD" in quotes',
    ],
    [
      'a day that does not exist',
      {issued: {'date-parts': [[2023, 2, 29]]}},
      'a date that exists, as [[year, month, day]]',
    ],
  ])('%s', (_, overrides, message) => {
    expect(messages({...reference('a'), ...overrides})).toEqual([message]);
  });

  test.each([
    ['a PubMed id without quotes', {PMID: 16894061}],
    ['a field that CSL does not have', {journal: 'Lancet'}],
    ['a kind that is not in the list', {kind: 'trial'}],
    ['an author as plain text', {author: ['Zarate CA']}],
    ['an empty list of authors', {author: []}],
    ['two dates', {issued: {'date-parts': [[2024], [2025]]}}],
    ['no level of checking', {verified: undefined}],
  ])('%s', (_, overrides) => {
    expect(messages({...reference('a'), ...overrides})).toHaveLength(1);
  });
});
