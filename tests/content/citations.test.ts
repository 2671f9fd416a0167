/** Citations of the real pages: what the site's own guide shows, and every section's as the reader's browser makes it. */
import fs from 'node:fs';
import path from 'node:path';
import {CITATION_FORMATS} from '../../src/evidence/citation-formats';
import {citationKey, citationTemplates, citePage} from '../../src/evidence/cite-page';
import {fillCitation} from '../../src/evidence/fill-citation';
import {docsPlaces} from '../../src/editions/places';
import {editionTexts} from '../../src/editions/texts';

const root = path.join(__dirname, '../..');
const DAY = '2026-11-25';

test('the examples on "How to cite" are what the processors write', () => {
  const text = fs.readFileSync(path.join(root, 'docs/about/how-to-cite.mdx'), 'utf8');
  const expected = citePage({
    title: 'How evidence is judged',
    edition: '1.0',
    released: '2026-11-25',
    url: 'https://SITE/docs/1.0/about/how-evidence-is-judged/',
    accessed: DAY,
    key: citationKey('about/how-evidence-is-judged', '1.0'),
  });
  for (const [format] of CITATION_FORMATS) {
    const shown = new RegExp(`\\{/\\* #${format} \\*/\\}\\s+\`\`\`text\\n([^]*?)\\n\`\`\``).exec(
      text,
    );
    expect(shown?.[1]).toBe(expected[format].trimEnd());
  }
});

test('the browser makes every section’s citation as the processors would', () => {
  const pages = docsPlaces(root).flatMap(({dir}) => [...editionTexts(dir).values()]);
  const titles = new Set(pages.flatMap(({sections}) => sections.map(({title}) => title)));
  expect(titles.size).toBeGreaterThan(50);
  const page = {
    title: 'Page',
    edition: '1.0',
    released: DAY,
    url: 'https://example.org/',
    key: 'kkb',
  };
  const templates = citationTemplates(page);
  const different = [...titles].flatMap((title) => {
    const exact = citePage({
      ...page,
      title: `${page.title}: ${title}`,
      url: `${page.url}#id`,
      key: `${page.key}-id`,
      accessed: DAY,
    });
    return CITATION_FORMATS.filter(
      ([format]) =>
        fillCitation(templates[format], format, {title, id: 'id'}, DAY) !== exact[format],
    ).map(([format]) => `${format}: ${exact[format]}`);
  });
  expect(different).toEqual([]);
});

test('the browser makes the citation of every page as the processors would', () => {
  const pages = docsPlaces(root).flatMap(({dir}) => [...editionTexts(dir).values()]);
  const different = [...new Set(pages.map(({title}) => title))].flatMap((title) => {
    const page = {title, edition: '1.0', released: DAY, url: 'https://example.org/', key: 'kkb'};
    const templates = citationTemplates(page);
    const exact = citePage({...page, accessed: DAY});
    return CITATION_FORMATS.filter(
      ([format]) => fillCitation(templates[format], format, undefined, DAY) !== exact[format],
    ).map(([format]) => `${format}: ${exact[format]}`);
  });
  expect(different).toEqual([]);
});
