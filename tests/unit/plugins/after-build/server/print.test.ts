import {pageWithPrintLines} from '../../../../../src/plugins/after-build/server/print';

const HEAD =
  '<head><title data-rh=true>Bladder &amp; kidneys | Site</title><link rel=canonical href=https://example.org/kb/docs/bladder/></head>';

function htmlTag(html: string): string {
  return /<html[^>]*>/.exec(html)![0];
}

it('writes title, edition and the lasting address of a released page', () => {
  const page = `<!doctype html><html lang=en>${HEAD}<body><span class="theme-doc-version-badge badge">Edition 2.0 (November 2026)</span><details id=cite-this-page data-pinned=/kb/docs/2.0/bladder/></details></body></html>`;
  const written = pageWithPrintLines(page);
  expect(htmlTag(written)).toBe(
    '<html lang=en data-print-title="Bladder &amp; kidneys | Site" data-print-edition="Edition 2.0 (November 2026)" data-print-address="https://example.org/kb/docs/2.0/bladder/">',
  );
  expect(written.slice(written.indexOf('<head>'))).toBe(page.slice(page.indexOf('<head>')));
});

it('writes the address of any other page, and the date of a post', () => {
  expect(htmlTag(pageWithPrintLines(`<html lang=en>${HEAD}<body></body></html>`))).toContain(
    'data-print-edition="" data-print-address="https://example.org/kb/docs/bladder/"',
  );
  const post = `<html class="blog-post-page">${HEAD}<main><header><time>May 2023</time></header></main></html>`;
  expect(htmlTag(pageWithPrintLines(post))).toContain('data-print-edition="May 2023"');
});

it('leaves pages alone that only lead on', () => {
  const page = '<html><head><meta http-equiv="refresh" content="0; url=/docs/"></head></html>';
  expect(pageWithPrintLines(page)).toBe(page);
});
