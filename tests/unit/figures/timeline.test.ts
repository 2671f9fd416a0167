import {layoutTimeline} from '../../../src/figures/timeline';
import {figureSchema, type FigureOf} from '../../../src/figures/schema';

function timeline(...events: [date: string, group: string][]): FigureOf<'timeline'> {
  return figureSchema.parse({
    id: 'x',
    kind: 'timeline',
    title: 'Title',
    summary: 'Summary',
    events: events.map(([date, group]) => ({date, group, label: 'Event', refs: ['a2020']})),
  }) as FigureOf<'timeline'>;
}

function marks(...events: [string, string][]): Record<string, number[]> {
  return Object.fromEntries(
    layoutTimeline(timeline(...events)).lines.map((l) => [l.label, l.marks]),
  );
}

test('the strip runs over whole decades', () => {
  const {ticks} = layoutTimeline(timeline(['1964', 'anesthesia'], ['2019', 'regulation']));
  expect(ticks.map(({label}) => label)).toEqual([
    '1960',
    '1970',
    '1980',
    '1990',
    '2000',
    '2010',
    '2020',
  ]);
  expect(ticks[0]!.at).toBe(2);
  expect(ticks.at(-1)!.at).toBe(98);
});

test('every area has its line, in a fixed order, also where nothing happened', () => {
  expect(marks(['2015', 'harm'], ['2012', 'psychiatry'], ['2018', 'harm'])).toEqual({
    Anesthesia: [],
    Psychiatry: [21.2],
    Regulation: [],
    'Harm and misuse': [50, 78.8],
  });
});

test.each([
  ['a year', '2010', 2],
  ['a month', '2015-07', 54.8],
  ['a day, which does not show', '2015-07-31', 54.8],
  ['the last month of a decade', '2019-12', 97.2],
])('a mark for %s', (_, date, at) => {
  expect(marks([date, 'harm'], ['2011', 'psychiatry'])['Harm and misuse']).toEqual([at]);
});

test('one event on the first day of a decade stands on the strip', () => {
  expect(marks(['1970', 'harm'])['Harm and misuse']).toEqual([50]);
});
