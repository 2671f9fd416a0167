import path from 'node:path';
import {loadTimeline, timelineDecades} from '../../../src/evidence/timeline';
import {dataYml, event} from '../../helpers/data';
import {report} from '../../helpers/problems';
import {makeSite, removeSites} from '../../helpers/site';

afterAll(removeSites);

function load(content: string) {
  const root = makeSite({'docs/_evidence/timeline.yml': content});
  return loadTimeline(path.join(root, 'docs/_evidence'), root);
}

test('a date that is less exact comes before those within it', () => {
  expect(
    report(load(dataYml(event('a', '2018'), event('b', '2018-02'), event('c', '2018-02-01')))),
  ).toBe('');
  expect(load(dataYml(event('a', '2018-02'), event('b', '2018'))).problems).toMatchObject([
    {rule: 'timeline/order', line: 2, found: 'date: 2018 after 2018-02'},
  ]);
});

test('the entries after one that is too late are told alone', () => {
  const file = load(dataYml(event('a', '2010'), event('b', '2001'), event('c', '2011')));
  expect(file.problems.map(({line}) => line)).toEqual([2]);
  // What is wrong with the rest can still be told.
  expect(file.value).toHaveLength(3);
});

describe('timelineDecades', () => {
  test('groups by decade, in the order of the events', () => {
    const events = [event('a', '1962'), event('b', '1964-08-03'), event('c', '1970')];
    expect(timelineDecades(events).map(({id, years}) => [id, years.map(({year}) => year)])).toEqual(
      [
        ['1960s', [undefined]],
        ['1970s', [undefined]],
      ],
    );
  });

  test('a decade with many events has years', () => {
    const few = Array.from({length: 12}, (_, i) => event(`e${i}`, '2019'));
    expect(timelineDecades(few)[0]!.years).toHaveLength(1);
    const [decade] = timelineDecades([event('first', '2018-05'), ...few]);
    expect(decade!.years.map(({year, events}) => [year, events.length])).toEqual([
      ['2018', 1],
      ['2019', 12],
    ]);
  });
});
