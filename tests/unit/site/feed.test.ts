import {feedItems, withoutPreviews} from '../../../src/site/feed';

const POST =
  '<p>It helps<sup data-citation><a href="#ref-a">1</a><button popovertarget="preview-a">?</button></sup>.</p>' +
  '<ol><li id="ref-a">Author A. Title.<div id="preview-a" popover="auto">Author A. Title.</div></li></ol>';

test('previews and their buttons are taken out, citations and the reference list stay', () => {
  expect(withoutPreviews(POST)).toBe(
    '<p>It helps<sup data-citation=""><a href="#ref-a">1</a></sup>.</p><ol><li id="ref-a">Author A. Title.</li></ol>',
  );
});

test.each([
  ['text without previews', '<p>Less than 5 &lt; 6 &amp; more</p>'],
  ['nothing', ''],
])('%s stays as it is', (_, html) => {
  expect(withoutPreviews(html)).toBe(html);
});

test('every item that has content is cleaned, all else in it stays', async () => {
  const date = new Date('2026-11-25T00:00:00Z');
  const items = [
    {title: 'With content', link: 'https://example.org/a', date, content: POST},
    {title: 'Without', link: 'https://example.org/b', date},
  ];
  const cleaned = await feedItems({defaultCreateFeedItems: () => Promise.resolve(items)} as never);
  expect(cleaned).toEqual([{...items[0], content: withoutPreviews(POST)}, items[1]]);
});
