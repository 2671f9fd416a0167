import {llmsText} from '../../../../../src/plugins/machine-readable/server/llms';
import type {PublishedPage} from '../../../../../src/site/published-pages';

const site = {title: 'Base', tagline: 'What is known', url: 'https://example.org', baseUrl: '/'};

function page(path: string, overrides: Partial<PublishedPage> = {}): PublishedPage {
  return {
    kind: 'doc',
    path,
    title: `Title of ${path}`,
    description: 'One sentence.',
    frontMatter: {},
    keywords: [],
    section: [],
    edition: {name: '1.0', label: '1.0 (November 2026)', isLatest: true},
    ...overrides,
  };
}

test('lists the latest edition by section, then the posts, each by the address of its Markdown', () => {
  expect(
    llmsText(site, [
      page('/docs/next/', {edition: {label: 'Draft', isLatest: false}}),
      page('/docs/safety/', {section: [{name: 'Safety'}]}),
      page('/docs/', {title: 'Start [here]'}),
      page('/docs/safety/bladder/', {section: [{name: 'Safety'}, {name: 'Organs'}]}),
      page('/blog/a/', {kind: 'post', edition: undefined, date: '2026-11-25'}),
    ]),
  ).toMatchInlineSnapshot(`
    "# Base

    > What is known. For clinicians and readers who want the sources; not advice for a person’s own care. Drafted by AI from the cited sources; not yet clinically reviewed.

    Each page and post is also there as Markdown, at its own address with \`index.md\` behind it, its citations as numbers of its reference list.
    These are the pages of the latest edition, 1.0 (November 2026); cite a page by the address of its edition, and a clinical fact by the study that the page names. Text: CC BY 4.0.

    ## Start here

    - [Start \\[here\\]](https://example.org/docs/index.md): One sentence.

    ## Safety

    - [Title of /docs/safety/](https://example.org/docs/safety/index.md): One sentence.
    - [Title of /docs/safety/bladder/](https://example.org/docs/safety/bladder/index.md): One sentence.

    ## What’s new

    - [Title of /blog/a/](https://example.org/blog/a/index.md): 2026-11-25. One sentence.
    "
  `);
});

test('a section without pages is not there', () => {
  expect(llmsText(site, [page('/docs/a/', {section: [{name: 'Safety'}]})])).not.toMatch(
    /## (Start here|What’s new)/,
  );
});
