import {load} from 'cheerio';
import {escapeHtml} from '../../../src/figures/escape';
import {drawMechanism} from '../../../src/figures/mechanism';
import {figureSchema, type FigureOf} from '../../../src/figures/schema';

const NODES = [
  {id: 'a', label: 'NMDA receptor blockade', column: 1, row: 1},
  {id: 'b', label: 'Glutamate', column: 2, row: 1},
  {id: 'c', label: 'mTOR', column: 2, row: 2},
];

function draw(edges: object[], nodes: object[] = NODES) {
  const figure = figureSchema.parse({
    id: 'x',
    kind: 'mechanism',
    title: 'Title',
    summary: 'Summary',
    nodes,
    edges,
  }) as FigureOf<'mechanism'>;
  return load(drawMechanism(figure), {xml: true});
}

const EDGE = {from: 'a', to: 'b', status: 'established'};

test('has a box with its words for every node, and a line for every edge', () => {
  const $ = draw([EDGE, {...EDGE, from: 'b', to: 'c'}]);
  expect($('rect')).toHaveLength(3);
  expect($('svg > path')).toHaveLength(2);
  expect(
    $('text')
      .map((_, text) => $(text).text())
      .get(),
  ).toEqual(['NMDA receptor', 'blockade', 'Glutamate', 'mTOR']);
  expect($('svg').attr('viewBox')).toBe('0 0 352 168');
});

test('every box is inside the picture', () => {
  const $ = draw([EDGE]);
  const [, , width, height] = $('svg').attr('viewBox')!.split(' ').map(Number);
  $('rect').each((_, rect) => {
    const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => Number($(rect).attr(name)));
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x! + w!).toBeLessThanOrEqual(width!);
    expect(y! + h!).toBeLessThanOrEqual(height!);
  });
});

test('a hypothesis is dashed, what is established is not', () => {
  const $ = draw([EDGE, {...EDGE, status: 'hypothesis'}]);
  const dashes = $('svg > path')
    .map((_, path) => $(path).attr('stroke-dasharray') ?? 'none')
    .get();
  expect(dashes).toEqual(['none', '5 4']);
});

test.each([
  ['to the right: from side to side', {from: 'a', to: 'b'}, 'M158 42C176 42 176 42 194 42'],
  ['to the left: from side to side', {from: 'b', to: 'a'}, 'M194 42C176 42 176 42 158 42'],
  ['down: from foot to head', {from: 'b', to: 'c'}, 'M264 69 264 99'],
  ['up: from head to foot', {from: 'c', to: 'b'}, 'M264 99 264 69'],
])('a line %s', (_, ends, path) => {
  expect(draw([{...EDGE, ...ends}])('svg > path').attr('d')).toBe(path);
});

test('takes its colors from the page, and is skipped by screen readers, who have the table', () => {
  const $ = draw([EDGE]);
  expect($('svg').attr('stroke')).toBe('currentColor');
  expect($('svg').attr('aria-hidden')).toBe('true');
});

test('words of an author never become markup', () => {
  const label = '</text><script>alert(1)</script> & "x"';
  const $ = draw([EDGE], [{...NODES[0], label}, NODES[1]!]);
  expect($('script')).toHaveLength(0);
  expect(
    $('text')
      .map((_, text) => $(text).text())
      .get()
      .join(' '),
  ).toContain(label);
});

test('escapeHtml escapes each sign that HTML gives a meaning to, once', () => {
  expect(escapeHtml('a < b && c > "d" &lt;')).toBe(
    'a &lt; b &amp;&amp; c &gt; &quot;d&quot; &amp;lt;',
  );
});
