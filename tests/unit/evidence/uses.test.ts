import path from 'node:path';
import {listPages} from '../../../src/evidence/pages';
import {isPartOfUse, statusPlaces, useGroups} from '../../../src/evidence/uses';
import {makeSite, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

function use(title: string, position: number | undefined, card: object = {}, rest = ''): string {
  const order = position === undefined ? '' : `sidebar_position: ${position}\n`;
  return `---\ntitle: ${title}\ntype: use\n${order}${rest}at_a_glance: ${JSON.stringify(card)}\n---\nText.\n`;
}

function groupsOf(files: Files) {
  const docs = path.join(makeSite(files), 'docs');
  return useGroups(listPages(docs), docs);
}

/** Names only: `Main > part, part`. */
function shown(files: Files): string[] {
  return groupsOf(files).map(({main, parts}) =>
    parts.length === 0 ? main.label : `${main.label} > ${parts.map(({label}) => label).join(', ')}`,
  );
}

test('uses stand in the order of the sidebar, the pages of a folder under its overview', () => {
  expect(
    shown({
      'docs/clinical-uses/overview.mdx': '---\ntitle: Uses\ntype: topic\n---\nText.\n',
      'docs/clinical-uses/pain.mdx': use('Pain', 3),
      'docs/clinical-uses/crisis.mdx': use('Crisis', 1),
      'docs/clinical-uses/trd/_category_.yml': 'label: TRD\nposition: 2\n',
      'docs/clinical-uses/trd/overview.mdx': use('Depression', 1),
      'docs/clinical-uses/trd/spray.mdx': use('Spray', 3),
      'docs/clinical-uses/trd/infusion.mdx': use('Infusion', 2),
      'docs/safety/bladder.mdx': '---\ntitle: Bladder\ntype: harm\n---\nText.\n',
    }),
  ).toEqual(['Crisis', 'Depression > Infusion, Spray', 'Pain']);
});

test('what has no position comes last, by name; a folder without an overview has main uses only', () => {
  expect(
    shown({
      'docs/uses/b.mdx': use('B', undefined),
      'docs/uses/a.mdx': use('A', undefined),
      'docs/uses/z.mdx': use('Z', 1),
      'docs/uses/folder/one.mdx': use('One', 1),
      'docs/uses/folder/_category_.yml': '',
    }),
  ).toEqual(['Z', 'A', 'B', 'One']);
});

test('a row holds what the card says, under the short name of the sidebar', () => {
  const [group] = groupsOf({
    'docs/alcohol.mdx': use(
      'Alcohol use disorder',
      1,
      {
        status: [{where: 'United States', status: 'off-label'}],
        effect: 'mixed',
        certainty: 'low',
        outcome: 'Drinking over 6 months',
        evidence: 'Three trials [@a2020; @b2021, table 2], one of them large [@a2020]',
        trials: 3,
        participants: 201,
      },
      'sidebar_label: Alcohol\n',
    ),
  });
  expect(group!.main).toEqual({
    slug: 'alcohol',
    file: expect.stringMatching(/docs\/alcohol\.mdx$/),
    label: 'Alcohol',
    status: [{status: 'off-label', where: 'United States'}],
    effect: 'mixed',
    certainty: 'low',
    outcome: 'Drinking over 6 months',
    trials: 3,
    participants: 201,
    sources: '[@a2020; @b2021, table 2]',
  });
});

test('a card whose evidence names no source has none', () => {
  const [group] = groupsOf({'docs/a.mdx': use('A', 1, {evidence: 'Not reported'})});
  expect(group!.main).not.toHaveProperty('sources');
});

test('each status stands once, with its places; "not applicable" says nothing of a place', () => {
  expect(
    statusPlaces([
      {where: 'United States', status: 'off-label'},
      {where: 'EU', status: 'approved'},
      {where: 'Japan', status: 'off-label', detail: 'x'},
      {where: 'Japan', status: 'off-label', detail: 'y'},
      {where: 'A guideline', status: 'not-applicable'},
    ]),
  ).toEqual([
    {status: 'off-label', where: 'United States, Japan'},
    {status: 'approved', where: 'EU'},
  ]);
  expect(statusPlaces()).toEqual([]);
});

test.each([
  ['uses/trd/spray', true],
  ['uses/trd/overview', false],
  ['uses/pain', false],
  ['uses/trd/deep/page', false],
])('%s is part of a use: %s', (slug, expected) => {
  expect(isPartOfUse(slug, new Set(['uses/trd/overview', slug]))).toBe(expected);
});
