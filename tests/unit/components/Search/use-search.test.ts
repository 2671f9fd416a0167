import {statusText} from '../../../../src/components/Search/status';
import {search, type SearchState} from '../../../../src/components/Search/use-search';
import {endSearchWorker, searchWorker} from '../../../../src/search/client';
import type {Answer} from '../../../../src/search/engine';
import type {PageFound} from '../../../../src/search/rank';

jest.mock('../../../../src/search/client', () => ({
  searchWorker: jest.fn(),
  endSearchWorker: jest.fn(),
  fetchFirst: jest.fn(),
}));

const PAGE: PageFound = {id: 7, url: '/a/', title: 'A', breadcrumb: [], sections: []};
const FIRST: Answer = {pages: [PAGE], posts: []};
const WHOLE: Answer = {pages: [PAGE, {...PAGE, id: 8, url: '/b/'}], posts: []};

function worker(more: object = {}): void {
  (searchWorker as jest.Mock).mockResolvedValue({
    quick: async () => FIRST,
    full: async () => WHOLE,
    texts: async (_: string, pages: PageFound[]) => pages.map(({id}) => ({'': `Text ${id}`})),
    ...more,
  });
}

/** Every state that a search shows. @param edition one that was not searched before has a first answer */
async function states(
  edition: string,
  query: string,
  {before = {kind: 'idle'}, waits = true}: {before?: SearchState; waits?: boolean} = {},
): Promise<SearchState[]> {
  const shown: SearchState[] = [];
  await search({edition, root: '/'}, query, 6, {
    isCurrent: () => waits,
    set: (next) => shown.push(typeof next === 'function' ? next(shown.at(-1) ?? before) : next),
  });
  return shown;
}

beforeEach(() => {
  jest.clearAllMocks();
  worker();
});

test('shows the first answer, the whole one, then the excerpts', async () => {
  const shown = await states('/new/', 'dose');
  expect(shown.map(({kind}) => kind)).toEqual(['searching', 'found', 'found', 'found']);
  expect(shown[1]).toMatchObject({answer: FIRST, complete: false, texts: {}});
  expect(shown[2]).toMatchObject({answer: WHOLE, complete: true, texts: {}});
  expect(shown[3]).toMatchObject({texts: {7: {'': 'Text 7'}, 8: {'': 'Text 8'}}});
});

test('where all is loaded, the whole answer comes at once', async () => {
  await states('/loaded/', 'dose');
  const shown = await states('/loaded/', 'dose');
  expect(shown[1]).toMatchObject({answer: WHOLE, complete: true});
});

test('where titles do not answer, it waits for the whole answer', async () => {
  worker({quick: async () => undefined});
  const shown = await states('/unanswered/', 'dose');
  expect(shown[1]).toMatchObject({answer: WHOLE, complete: true});
});

test('what was found for the words before stays until there is something better', async () => {
  const before: SearchState = {
    kind: 'found',
    query: 'do',
    answer: FIRST,
    texts: {},
    complete: true,
  };
  expect((await states('/kept/', 'dose', {before}))[0]).toBe(before);
});

test('who typed on gets no excerpts of what is gone', async () => {
  const texts = jest.fn();
  worker({texts});
  await states('/gone/', 'dose', {waits: false});
  expect(texts).not.toHaveBeenCalled();
});

test('nothing is searched for blanks', async () => {
  expect(await states('/blank/', '  ')).toEqual([{kind: 'idle'}]);
  expect(searchWorker).not.toHaveBeenCalled();
});

test.each([
  ['the script', () => (searchWorker as jest.Mock).mockRejectedValue(new Error('404'))],
  ['an index', () => worker({full: () => Promise.reject(new Error('404'))})],
])('says when %s cannot be had, and begins anew the next time', async (_, fail) => {
  fail();
  expect((await states('/failed/', 'dose')).at(-1)).toEqual({kind: 'failed'});
  expect(endSearchWorker).toHaveBeenCalled();
});

test('announces what is settled, and nothing of the words before', () => {
  const state: SearchState = {
    kind: 'found',
    query: 'dose',
    answer: WHOLE,
    texts: {},
    complete: true,
  };
  expect(statusText(state, 'dose')).toBe('2 pages for “dose”.');
  expect(statusText(state, 'doses')).toBe('');
  expect(statusText({...state, complete: false}, 'dose')).toBe('');
  expect(statusText({...state, answer: {pages: [], posts: []}}, 'dose')).toBe(
    'Nothing found for “dose”.',
  );
});
