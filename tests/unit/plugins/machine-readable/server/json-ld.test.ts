import {
  docGraph,
  homeGraph,
  postGraph,
  type Site,
} from '../../../../../src/plugins/machine-readable/server/json-ld';
import type {PublishedPage} from '../../../../../src/site/published-pages';
import {vocabularyProblems} from '../../../../helpers/schema-org';

const site: Site = {
  title: 'Knowledge Base',
  tagline: 'What is known',
  url: 'https://example.org',
  baseUrl: '/kb/',
};

function docPage(overrides: Partial<PublishedPage> = {}): PublishedPage {
  return {
    kind: 'doc',
    path: '/kb/docs/safety/monitoring/',
    title: 'Monitoring',
    description: 'What esketamine labels ask.',
    frontMatter: {type: 'harm', evidence_searched: '2026-11-23', image: '/docs/safety/social.png'},
    keywords: ['monitoring', 'REMS'],
    section: [{name: 'Safety', path: '/kb/docs/safety/overview/'}],
    edition: {name: '1.0', label: '1.0 (November 2026)', isLatest: true, released: '2026-11-25'},
    ...overrides,
  };
}

const draft: PublishedPage['edition'] = {label: 'Next edition (draft)', isLatest: false};

const post: PublishedPage = {
  kind: 'post',
  path: '/kb/blog/trial/',
  title: 'A trial of ketamine',
  description: 'It found nothing.',
  frontMatter: {event_date: '2025-10-22'},
  keywords: [],
  section: [],
  date: '2026-11-25',
};

const CITED = ['https://doi.org/10.1000/a', 'https://pubmed.ncbi.nlm.nih.gov/123/'];

test('a clinical page', () => {
  expect(docGraph(site, docPage(), CITED)).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@id": "https://example.org/kb/docs/safety/monitoring/",
          "@type": "MedicalWebPage",
          "about": [
            {
              "@type": "Drug",
              "name": "ketamine",
              "nonProprietaryName": "ketamine",
            },
            {
              "@type": "Drug",
              "name": "esketamine",
              "nonProprietaryName": "esketamine",
            },
          ],
          "audience": {
            "@type": "MedicalAudience",
            "audienceType": "Clinician",
          },
          "breadcrumb": {
            "@id": "https://example.org/kb/docs/safety/monitoring/#breadcrumbs",
          },
          "citation": [
            {
              "@id": "https://doi.org/10.1000/a",
              "@type": "ScholarlyArticle",
            },
            {
              "@id": "https://pubmed.ncbi.nlm.nih.gov/123/",
              "@type": "CreativeWork",
            },
          ],
          "creativeWorkStatus": "Published",
          "dateModified": "2026-11-25",
          "datePublished": "2026-11-25",
          "description": "What esketamine labels ask.",
          "encoding": {
            "@type": "MediaObject",
            "contentUrl": "https://example.org/kb/docs/safety/monitoring/index.md",
            "encodingFormat": "text/markdown",
          },
          "image": "https://example.org/kb/docs/safety/social.png",
          "inLanguage": "en-US",
          "isAccessibleForFree": true,
          "isPartOf": {
            "@type": "WebSite",
            "name": "Knowledge Base",
            "url": "https://example.org/kb/",
          },
          "keywords": "monitoring, REMS",
          "license": "https://creativecommons.org/licenses/by/4.0/",
          "name": "Monitoring",
          "publisher": {
            "@id": "https://example.org/kb/#publisher",
            "@type": "Organization",
            "name": "Knowledge Base",
            "url": "https://example.org/kb/",
          },
          "publishingPrinciples": "https://example.org/kb/docs/about/editorial-policy/",
          "temporalCoverage": "../2026-11-23",
          "url": "https://example.org/kb/docs/safety/monitoring/",
          "version": "1.0",
        },
        {
          "@id": "https://example.org/kb/docs/safety/monitoring/#breadcrumbs",
          "@type": "BreadcrumbList",
          "itemListElement": [
            {
              "@type": "ListItem",
              "item": "https://example.org/kb/docs/safety/overview/",
              "name": "Safety",
              "position": 1,
            },
            {
              "@type": "ListItem",
              "item": "https://example.org/kb/docs/safety/monitoring/",
              "name": "Monitoring",
              "position": 2,
            },
          ],
        },
      ],
    }
  `);
});

test('a post', () => {
  expect(postGraph(site, post, CITED)).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@id": "https://example.org/kb/blog/trial/",
          "@type": "BlogPosting",
          "about": [
            {
              "@type": "Drug",
              "name": "ketamine",
              "nonProprietaryName": "ketamine",
            },
          ],
          "citation": [
            {
              "@id": "https://doi.org/10.1000/a",
              "@type": "ScholarlyArticle",
            },
            {
              "@id": "https://pubmed.ncbi.nlm.nih.gov/123/",
              "@type": "CreativeWork",
            },
          ],
          "contentReferenceTime": "2025-10-22",
          "datePublished": "2026-11-25",
          "description": "It found nothing.",
          "encoding": {
            "@type": "MediaObject",
            "contentUrl": "https://example.org/kb/blog/trial/index.md",
            "encodingFormat": "text/markdown",
          },
          "headline": "A trial of ketamine",
          "inLanguage": "en-US",
          "isAccessibleForFree": true,
          "isPartOf": {
            "@type": "Blog",
            "name": "What’s new",
            "url": "https://example.org/kb/blog/",
          },
          "license": "https://creativecommons.org/licenses/by/4.0/",
          "mainEntityOfPage": "https://example.org/kb/blog/trial/",
          "publisher": {
            "@id": "https://example.org/kb/#publisher",
            "@type": "Organization",
            "name": "Knowledge Base",
            "url": "https://example.org/kb/",
          },
          "publishingPrinciples": "https://example.org/kb/docs/about/editorial-policy/",
          "url": "https://example.org/kb/blog/trial/",
        },
        {
          "@id": "https://example.org/kb/blog/trial/#breadcrumbs",
          "@type": "BreadcrumbList",
          "itemListElement": [
            {
              "@type": "ListItem",
              "item": "https://example.org/kb/blog/",
              "name": "What’s new",
              "position": 1,
            },
            {
              "@type": "ListItem",
              "item": "https://example.org/kb/blog/trial/",
              "name": "A trial of ketamine",
              "position": 2,
            },
          ],
        },
      ],
    }
  `);
});

test('the home page', () => {
  expect(
    homeGraph(site, {edition: '1.0', released: '2026-11-25'}, [
      {name: 'Studies', path: 'api/v1/studies.json', format: 'application/json'},
    ]),
  ).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@id": "https://example.org/kb/",
          "@type": "WebSite",
          "description": "What is known",
          "inLanguage": "en-US",
          "name": "Knowledge Base",
          "potentialAction": {
            "@type": "SearchAction",
            "query-input": "required name=search_term_string",
            "target": {
              "@type": "EntryPoint",
              "urlTemplate": "https://example.org/kb/search/?q={search_term_string}",
            },
          },
          "publisher": {
            "@id": "https://example.org/kb/#publisher",
            "@type": "Organization",
            "name": "Knowledge Base",
            "url": "https://example.org/kb/",
          },
          "url": "https://example.org/kb/",
        },
        {
          "@id": "https://example.org/kb/#data",
          "@type": "Dataset",
          "creator": {
            "@id": "https://example.org/kb/#publisher",
            "@type": "Organization",
            "name": "Knowledge Base",
            "url": "https://example.org/kb/",
          },
          "datePublished": "2026-11-25",
          "description": "References and studies behind the pages on ketamine and esketamine, each with how its figures were checked.",
          "distribution": [
            {
              "@type": "DataDownload",
              "contentUrl": "https://example.org/kb/api/v1/studies.json",
              "encodingFormat": "application/json",
              "name": "Studies",
            },
          ],
          "inLanguage": "en-US",
          "isAccessibleForFree": true,
          "license": "https://creativecommons.org/licenses/by/4.0/",
          "name": "Knowledge Base: the evidence as data",
          "url": "https://example.org/kb/docs/about/how-evidence-is-judged/",
          "version": "1.0",
        },
      ],
    }
  `);
});

describe('a docs page', () => {
  const page = (overrides: Partial<PublishedPage>): object =>
    docGraph(site, docPage(overrides), [])['@graph'][0] as object;

  test('about the site is neither medical nor about a drug', () => {
    const about = page({frontMatter: {type: 'about'}});
    expect(about).toMatchObject({'@type': 'WebPage'});
    for (const property of ['about', 'audience', 'temporalCoverage', 'citation', 'correction']) {
      expect(about).not.toHaveProperty(property);
    }
  });

  test('of the draft has no version and no dates', () => {
    const shown = page({edition: draft});
    expect(shown).toMatchObject({creativeWorkStatus: 'Draft'});
    for (const property of ['version', 'datePublished', 'dateModified']) {
      expect(shown).not.toHaveProperty(property);
    }
  });

  test('never says that it was reviewed, and names no author', () => {
    expect(page({})).not.toHaveProperty('lastReviewed');
    expect(page({})).not.toHaveProperty('reviewedBy');
    expect(page({})).not.toHaveProperty('author');
  });

  test('was modified on the day of its last erratum', () => {
    const errata = [
      {date: new Date('2026-12-24T00:00:00Z'), was: '5 mg', now: '0.5 mg.'},
      {date: '2026-12-01', was: 'A', now: 'B.'},
    ];
    expect(page({frontMatter: {type: 'use', errata}})).toMatchObject({
      datePublished: '2026-11-25',
      dateModified: '2026-12-24',
      correction: [
        {dateCreated: '2026-12-24', text: '0.5 mg. Before, the page said: 5 mg'},
        {dateCreated: '2026-12-01'},
      ],
    });
  });

  test.each([
    ['ketamine alone', {title: 'Bladder', description: 'Harm.'}, ['ketamine']],
    ['both where it names esketamine', {title: 'Esketamine'}, ['ketamine', 'esketamine']],
  ])('is about %s', (_, overrides, names) => {
    expect(page(overrides)).toMatchObject({about: names.map((name) => ({name}))});
  });

  test('that is the overview of its folder stands in the breadcrumbs once', () => {
    const overview = docPage({title: 'Safety', path: '/kb/docs/safety/overview/'});
    expect(docGraph(site, overview, [])['@graph'][1]).toMatchObject({
      itemListElement: [{position: 1, name: 'Safety'}],
    });
  });
});

describe('the vocabulary', () => {
  test('has every type and property that is used', () => {
    const errata = [{date: '2026-12-01', was: 'A', now: 'B.'}];
    expect(
      vocabularyProblems([
        docGraph(site, docPage(), CITED),
        docGraph(site, docPage({edition: draft, frontMatter: {type: 'use', errata}}), []),
        docGraph(site, docPage({frontMatter: {type: 'about'}, section: [{name: 'About'}]}), []),
        postGraph(site, post, CITED),
        homeGraph(site, undefined, []),
        homeGraph(site, {edition: '1.0', released: '2026-11-25'}, [
          {name: 'Studies', path: 'api/v1/studies.json', format: 'application/json'},
        ]),
      ]),
    ).toEqual([]);
  });

  test('does not have what is made up', () => {
    const problems = vocabularyProblems(
      [
        {'@type': 'MedicalWebsite', name: 'a type'},
        {'@type': 'MedicalWebPage', lastReviewedBy: 'a property'},
        {'@type': 'BlogPosting', nonProprietaryName: 'a property of another type'},
        {'@type': 'WebPage', publisher: {'@type': 'Organization', headline: 'deep in a graph'}},
      ].map((node) => ({'@context': 'https://schema.org', '@graph': [node]})),
    );
    expect(problems).toEqual(
      ['MedicalWebsite', 'lastReviewedBy', 'nonProprietaryName', 'headline'].map((name) =>
        expect.stringContaining(name),
      ),
    );
  });
});
