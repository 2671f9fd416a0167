import {listErrata} from '../../../src/editions/errata';
import {docsPlaces} from '../../../src/editions/places';
import {errataItems} from '../../../src/site/feed';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

function errata() {
  const root = makeSite({
    'versions.json': '["2.0", "1.0"]',
    'versioned_docs/version-1.0/_edition.yml': "edition: '1.0'\nreleased: '2026-11-25'\n",
    'versioned_docs/version-2.0/_edition.yml': "edition: '2.0'\nreleased: '2027-11-25'\n",
    'versioned_docs/version-1.0/safety/monitoring.mdx': `---
title: Monitoring
errata:
  - date: 2026-12-01
    was: 5 mg <b>
    now: 4 mg & no more
    section: dose
---
Text.
`,
    'versioned_docs/version-2.0/index.mdx': `---
title: Introduction
errata: [{date: '2027-12-01', was: A., now: B.}]
---
Text.
`,
    'docs/index.mdx':
      '---\ntitle: Introduction\nerrata: [{date: x, was: A., now: B.}]\n---\nText.\n',
  });
  return listErrata(docsPlaces(root));
}

test('errata of released editions, newest first, at the address that names the edition', () => {
  expect(errata()).toEqual([
    {
      edition: '2.0',
      page: 'Introduction',
      address: 'docs/2.0/',
      date: '2027-12-01',
      was: 'A.',
      now: 'B.',
    },
    {
      edition: '1.0',
      page: 'Monitoring',
      address: 'docs/1.0/safety/monitoring/#dose',
      date: '2026-12-01',
      was: '5 mg <b>',
      now: '4 mg & no more',
    },
  ]);
});

test('as items of a feed: each with an id of its own, and typed markup as text', () => {
  const items = errataItems(errata(), 'https://example.org/');
  expect(items[1]).toEqual({
    title: 'Correction in edition 1.0: Monitoring',
    id: 'https://example.org/errata/#1.0-2026-12-01-docs/1.0/safety/monitoring/#dose',
    link: 'https://example.org/docs/1.0/safety/monitoring/#dose',
    date: new Date('2026-12-01'),
    content: '<p>4 mg &amp; no more</p><p>Before, the page said: 5 mg &lt;b&gt;</p>',
  });
  expect(new Set(items.map(({id}) => id)).size).toBe(2);
});
