import {
  evidenceAddresses,
  letterOf,
  loadModel,
  type Citing,
  type EvidenceModel,
} from '../../../../src/plugins/evidence-pages/server/model';
import {removeSites} from '../../../helpers/site';
import {evidenceSite} from './site';

let root: string;
let model: EvidenceModel;

beforeAll(() => {
  root = evidenceSite();
  model = loadModel(root);
});
afterAll(removeSites);

function cited(citing: readonly Citing[]): string[] {
  return citing.map(
    ({page, isDraft, sections}) =>
      `${page.address}${isDraft ? ' (draft)' : ''} ${sections.map(({id}) => id).join(',')}`,
  );
}

test('a study is as the newest edition has it, the draft last; one that was dropped stays', () => {
  expect(
    [...model.studies].map(([id, {study, edition, isGone}]) => [
      id,
      edition.edition,
      isGone,
      study.bottom_line,
    ]),
  ).toEqual([
    ['gone', '2.0', false, 'No longer there.'],
    ['kept', '2.0', false, 'As released.'],
    ['new', 'next', false, 'What it adds.'],
  ]);
});

test('what only an older edition has is gone', () => {
  expect(
    [...model.references].map(([key, {edition, isGone}]) => [key, edition.edition, isGone]),
  ).toEqual([
    ['base2020', '2.0', false],
    ['old1999', '1.0', true],
    ['other2021', 'next', false],
  ]);
});

test('sources of the latest edition are cited by its pages, with sections, and by posts', () => {
  expect(cited(model.references.get('base2020')!.citedBy)).toEqual([
    'docs/safety/bladder/ at-a-glance,signs',
  ]);
});

test('sources of the draft are cited by its pages as well, marked as such', () => {
  expect(cited(model.references.get('other2021')!.citedBy)).toEqual([
    'docs/next/safety/bladder/ (draft) ',
    'docs/next/safety/liver/ (draft) ',
    'blog/a-post/ ',
  ]);
  // The released page counts where both have it.
  expect(cited(model.citing(['base2020', 'other2021'], model.studies.get('new')!.edition))).toEqual(
    ['docs/safety/bladder/ at-a-glance,signs', 'docs/next/safety/liver/ (draft) ', 'blog/a-post/ '],
  );
});

test('a reference knows the studies that it reports', () => {
  expect(model.references.get('base2020')!.studies).toEqual(['gone', 'kept', 'new']);
  expect(model.references.get('old1999')!.studies).toEqual([]);
});

test('pages know their topic by the name in the sidebar, posts their address', () => {
  const [latest] = model.editions;
  expect(latest!.pages.map(({slug, topic}) => [slug, topic?.label])).toEqual([
    ['index', undefined],
    ['safety/bladder', 'Safety and side effects'],
  ]);
  expect(model.posts.map(({address}) => address)).toEqual([
    'blog/a-post/',
    'blog/2026/11/24/unnamed/',
  ]);
});

test('addresses for the sitemap', () => {
  expect(evidenceAddresses(root)).toEqual([
    'bibliography/',
    'bibliography/b/',
    'bibliography/o/',
    'studies/gone/',
    'studies/kept/',
    'studies/new/',
  ]);
});

test('keys that begin with a digit share a page', () => {
  expect(letterOf('60minutes')).toBe('0-9');
  expect(letterOf('daly2019')).toBe('d');
});

test('before the first edition the draft stands at docs/ and is not marked', () => {
  const {editions, references} = loadModel(evidenceSite({'versions.json': '[]'}));
  expect(editions.map(({address, label}) => [address, label])).toEqual([['docs/', 'Draft']]);
  expect(cited(references.get('other2021')!.citedBy)[0]).toBe('docs/safety/bladder/ ');
});
