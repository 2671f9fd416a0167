import {checkContent} from '../../../../src/lint/run';
import {makeTree, PAGE, readFixture, removeTrees} from '../tree';

afterAll(removeTrees);

function bannedIn(text: string): string[] {
  const page = readFixture('heading/level', 'good').replace('Text.', text);
  return checkContent(makeTree({[PAGE]: page}))
    .problems.filter(({rule}) => rule === 'style/banned-word')
    .map(({expected}) => expected!.replace(/^no "(.*)"$/, '$1'));
}

test.each<[string, string]>([
  ['a denied claim', 'No dose is known to be safe. It has never been proven.'],
  ['a doubt', 'It is unclear whether it is safer at home.'],
  ['a question', 'Does it work, and is it safe?'],
  ['a short form', "It isn't a cure."],
  ['a claim in quotation marks', 'Advertisements call it "a safe, proven breakthrough".'],
  ['a claim in curly quotation marks', 'Advertisements call it “game-changing”.'],
  ['a regulator’s words', 'Its abuse potential, and the boxed warning on abuse and misuse.'],
  ['an institute', 'The National Institute on Drug Abuse.'],
  ['harm done to a person', 'People who lived through childhood abuse.'],
  ['a clinical term', 'Breakthrough pain in cancer; Breakthrough Therapy designation.'],
  ['bright light', 'Bright-light therapy.'],
  ['novel compounds, as the page is called', 'See novel compounds.'],
  ['keeping it from others', 'Ask about safe storage and safe disposal.'],
  ['the name of a trial', 'The HOPE trial.'],
  ['words that only look alike', 'Safety, hopelessness, security, unproven, novelty, brightness.'],
  ['code', 'The field `safe: true`.'],
  ['an address', '[Here](https://example.org/cure).'],
])('leaves %s', (_, text) => {
  expect(bannedIn(text)).toEqual([]);
});

test.each<[string, string, string[]]>([
  ['a claim after a full stop that ends the denial', 'It is not cheap. It is safe.', ['safe']],
  ['a claim after a semicolon', 'It is not cheap; it is proven.', ['proven']],
  ['a comparative', 'It is safer than opioids.', ['safer']],
  ['a word across emphasis', 'A **cure** for pain.', ['cure']],
  ['every word of a sentence', 'A novel and exciting landmark.', ['novel', 'exciting', 'landmark']],
  ['promise', 'It shows great promise and is promising.', ['promising']],
  ['people named by a diagnosis', 'Addicts and alcoholics.', ['Addicts', 'alcoholics']],
  ['abuse as a word for use', 'People who abuse ketamine.', ['abuse']],
])('finds %s', (_, text, words) => {
  expect(bannedIn(text)).toEqual(words);
});
