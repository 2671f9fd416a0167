import {findCellNumber, findClinicalFigures, namesUnit} from '../../../src/lint/clinical-figure';

const first = (text: string): string | undefined => findClinicalFigures(text)[0]?.text;

test.each<[string, string, string]>([
  ['a dose by weight', 'given 0.5 mg/kg over', '0.5 mg/kg'],
  ['a rate', 'at 0.1 mg/kg/h', '0.1 mg/kg/h'],
  ['a dose without a space', 'given 56mg twice', '56mg'],
  ['a hyphen before the unit', 'a 40-min infusion', '40-min'],
  ['micrograms in words', '60 micrograms', '60 micrograms'],
  ['a concentration', 'above 120 ng/mL', '120 ng/mL'],
  ['an affinity', 'a Ki of 350 nM', '350 nM'],
  ['a thousand', '1,200 mg a day', '1,200 mg'],
  ['hours', 'at 24 h', '24 h'],
  ['days', 'for 7 days', '7 days'],
  ['a numbered day', 'at day 28', 'day 28'],
  ['a range, by its last number', 'for 20 to 40 min', '40 min'],
  ['a range with a dash', '20–40 min', '40 min'],
  ['pressure', 'by 20 mmHg', '20 mmHg'],
  ['percent', 'in 51% of', '51%'],
  ['percent in words', '51 percent', '51 percent'],
  ['percentage points', '12 percentage points', '12 percentage points'],
  ['a count of a count', 'in 24 of 47', '24 of 47'],
  ['a count of a count with the', 'in 24 of the 1,047', '24 of the 1,047'],
  ['one in so many', 'about 1 in 10', '1 in 10'],
  ['a sample', 'n = 72', 'n = 72'],
  ['people', 'in 72 participants', '72 participants'],
  ['people with an adjective', 'in 378 healthy adults', '378 healthy adults'],
  ['an interval', '(CI 1.2 to 3.4)', 'CI 1.2'],
  ['a ratio', 'a risk ratio of 3.26', 'ratio of 3.26'],
  ['a ratio by its letters', 'OR 1.4', 'OR 1.4'],
  ['a standardized difference', 'SMD −0.5', 'SMD −0.5'],
  ['a p value', 'p < 0.05', 'p < 0.05'],
  ['points', '5.1 points lower', '5.1 points'],
  ['a multiple', '3-fold', '3-fold'],
  ['a score', 'a score of 20', 'score of 20'],
  ['a time in a sentence that tells a result', 'No bleeding was seen for 7 days.', '7 days'],
  ['a dose in a sentence about a gap', 'Nothing is known above 2 mg/kg.', '2 mg/kg'],
])('finds %s', (_, text, found) => {
  expect(first(text)).toBe(found);
});

test.each<[string, string]>([
  ['a year', 'approved in 2019'],
  ['years of age and follow-up', 'aged 18 years, for 5 years and 6 months'],
  ['a decade', 'in the 1990s'],
  ['a date', 'on 5 March 2019 (2019-03-05)'],
  ['a telephone number', 'call 988 or 1-800-273-8255'],
  ['a trial number', 'NCT01234567 and KARMA-Dep 2'],
  ['a phase', 'a phase 2 or phase 2/3 trial'],
  ['a classification', 'DSM-5 and ICD-11'],
  ['a section', 'section 2.3 of 14'],
  ['a scale with a number in its name', 'PHQ-9, PCL-5, QIDS-SR16'],
  ['an enzyme or receptor', 'CYP3A4, 5-HT2A, GluN2B'],
  ['a schedule', 'Schedule III, since 1999'],
  ['opening hours', 'open 24 hours a day, 7 days a week'],
  ['a count without a unit', '9 randomized trials'],
  ['one in a year', 'phase 1 in 2024'],
  ['a time of which nothing is known', 'Nothing is known after 4 weeks.'],
  ['a time that was not tested', 'It was not tested, nor what happens after 4 weeks.'],
  ['money', 'about US$590 a dose'],
])('leaves %s', (_, text) => {
  expect(first(text)).toBeUndefined();
});

test('says where a figure begins, in a long text', () => {
  expect(findClinicalFigures('Before, 24 of 47 (51%).')).toEqual([
    {start: 8, text: '24 of 47', isTime: false},
    {start: 18, text: '51%', isTime: false},
  ]);
});

test.each(['Dose, mg/kg', 'Remission (%)', '95% CI', 'Half-life, h', 'Time (min)', 'Percent'])(
  'the header %s names a unit',
  (header) => {
    expect(namesUnit(header)).toBe(true);
  },
);

test.each(['Trial', 'Year', 'PHQ-9', 'S-ketamine', 'Who'])('the header %s names none', (header) => {
  expect(namesUnit(header)).toBe(false);
});

test.each<[string, string | undefined]>([
  ['0.5', '0.5'],
  ['20–40', '20'],
  ['\u22121.82 (nominal)', '1.82'],
  ['second, of 2021', undefined],
  ['15 May 2019', undefined],
  ['PHQ-9 and R-107', undefined],
  ['–', undefined],
])('the number of the cell %s', (cell, number) => {
  expect(findCellNumber(cell)?.text).toBe(number);
});
