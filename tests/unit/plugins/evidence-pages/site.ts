/** A small site with two editions and a draft, for the tests of this folder. */
import {outcomeRecord, reference, referencesYml, studyRecord} from '../../../helpers/evidence';
import {makeSite, type Files} from '../../../helpers/site';

const page = (title: string, body: string, more = ''): string =>
  `---\ntitle: ${title}\ndescription: About ${title}\ntype: topic\nevidence_searched: 2026-11-23\n${more}---\n${body}\n`;

const RESPONSE = outcomeRecord({
  type: 'dichotomous',
  results: [
    {arm: 'ket', events: 30, total: 47},
    {arm: 'mid', events: 7, total: 25},
  ],
});

const base = reference('base2020', {author: [{family: 'Base', given: 'Ann'}]});

/**
 * Edition 1.0 has no studies; 2.0 has `kept` and `gone`; the draft has `kept` and `new`. `other2021` is a reference of
 * the draft alone, `old1999` of edition 1.0 alone.
 */
export function evidenceSite(files: Files = {}): string {
  const edition = (name: string, released: string): Files => ({
    [`versioned_docs/version-${name}/_edition.yml`]: `edition: '${name}'\nreleased: '${released}'\n`,
  });
  const v1 = 'versioned_docs/version-1.0';
  const v2 = 'versioned_docs/version-2.0';
  const study = (id: string, overrides: object = {}): string =>
    JSON.stringify(studyRecord(id, {outcomes: [RESPONSE], ...overrides}));
  return makeSite({
    'versions.json': '["2.0", "1.0"]',
    ...edition('1.0', '2025-01-15'),
    ...edition('2.0', '2026-11-25'),
    [`${v1}/_evidence/references.yml`]: referencesYml(base, reference('old1999')),
    [`${v1}/index.mdx`]: page('Introduction', 'Old [@old1999].'),
    [`${v2}/_evidence/references.yml`]: referencesYml(base),
    [`${v2}/_evidence/studies/gone.yml`]: study('gone', {bottom_line: 'No longer there.'}),
    [`${v2}/_evidence/studies/kept.yml`]: study('kept', {bottom_line: 'As released.'}),
    [`${v2}/index.mdx`]: page('Introduction', 'No citation.'),
    [`${v2}/safety/_category_.yml`]: 'label: Safety and side effects\n',
    [`${v2}/safety/bladder.mdx`]: page(
      'Bladder',
      'Lead [@base2020].\n\n## Signs {/* #signs */}\n\nMore [@base2020].',
      'at_a_glance: {what: "What [@base2020]", known: Known, unknown: Unknown}\n',
    ),
    'docs/_evidence/references.yml': referencesYml(base, reference('other2021')),
    'docs/_evidence/studies/kept.yml': study('kept', {bottom_line: 'As drafted.'}),
    'docs/_evidence/studies/new.yml': study('new', {
      refs: ['other2021', 'base2020'],
      name: 'NEW <trial>',
      registry: ['NCT01234567', 'NTR1234'],
      related: [{study: 'kept', how: 'overlaps-with'}],
      safety: 'Nausea & vomiting.',
      limits: ['Small.'],
    }),
    'docs/index.mdx': page('Introduction', 'Draft.'),
    'docs/safety/bladder.mdx': page('Bladder', 'Lead [@other2021].'),
    'docs/safety/liver.mdx': page('Liver', 'Lead [@other2021].'),
    'blog/2026-11-25-post.mdx':
      '---\ntitle: A post\ndescription: About it\nslug: a-post\n---\nText [@other2021].\n',
    'blog/2026-11-24-unnamed.mdx': '---\ntitle: Unnamed\ndescription: About it\n---\nText.\n',
    ...files,
  });
}
