/**
 * What a page is, in schema.org's vocabulary: one JSON-LD graph a page. Says only what is true: no author, because no
 * person is one, and no `lastReviewed`, because no clinician has reviewed a page.
 */
import type {
  BreadcrumbList,
  CorrectionComment,
  CreativeWork,
  DataDownload,
  Drug,
  Graph,
  MediaObject,
  Organization,
  SearchAction,
  Thing,
  WithActionConstraints,
} from 'schema-dts';
import {isoDate} from '../../../remark/remark-notices';
import {dayOf, type PublishedPage} from '../../../site/published-pages';

export interface Site {
  title: string;
  tagline: string;
  /** Origin, such as `https://example.org`. */
  url: string;
  baseUrl: string;
}

/** A file of the evidence that readers can take away. */
export interface Download {
  name: string;
  /** Path below the base: `api/v1/studies.json`. */
  path: string;
  /** Media type. */
  format: string;
}

const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';
const LANGUAGE = 'en-US';

/** Only objects have properties: schema-dts also allows a thing to be named by a string. */
type Node<T> = Exclude<T, string>;

/** @param path with the base, `/docs/` */
function address({url}: Site, path: string): string {
  return url + path;
}

function home(site: Site): string {
  return address(site, site.baseUrl);
}

function publisher(site: Site): Node<Organization> {
  return {
    '@type': 'Organization',
    '@id': `${home(site)}#publisher`,
    name: site.title,
    url: home(site),
  };
}

function markdownOf(site: Site, page: PublishedPage): Node<MediaObject> {
  return {
    '@type': 'MediaObject',
    encodingFormat: 'text/markdown',
    contentUrl: `${address(site, page.path)}index.md`,
  };
}

/** A page about esketamine says so in its title or description; all others are about ketamine, its mixture included. */
function drugs({title, description}: PublishedPage): Node<Drug>[] {
  const drug = (name: string): Node<Drug> => ({'@type': 'Drug', name, nonProprietaryName: name});
  return [
    drug('ketamine'),
    ...(/\besketamine\b/i.test(`${title} ${description}`) ? [drug('esketamine')] : []),
  ];
}

/** @param cited addresses of the page's references, in their order */
function citations(cited: readonly string[]): Node<CreativeWork>[] {
  return cited.map((url) => ({
    '@type': url.startsWith('https://doi.org/') ? 'ScholarlyArticle' : 'CreativeWork',
    '@id': url,
  }));
}

function breadcrumbs(
  site: Site,
  page: PublishedPage,
  steps: readonly {name: string; path?: string}[],
): Node<BreadcrumbList> {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${address(site, page.path)}#breadcrumbs`,
    // A folder whose overview is the page itself stands there once.
    itemListElement: [
      ...steps.filter(({path}) => path !== page.path),
      {name: page.title, path: page.path},
    ].map(({name, path}, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      ...(path === undefined ? {} : {item: address(site, path)}),
    })),
  };
}

function corrections({frontMatter: {errata}}: PublishedPage): Node<CorrectionComment>[] {
  return (Array.isArray(errata) ? (errata as Record<string, unknown>[]) : []).map(
    ({date, was, now}) => ({
      '@type': 'CorrectionComment',
      dateCreated: isoDate(date)!,
      text: `${String(now)} Before, the page said: ${String(was)}`,
    }),
  );
}

/** What all pages say in the same way. */
function work(site: Site, page: PublishedPage) {
  const url = address(site, page.path);
  const image = page.frontMatter.image;
  return {
    '@id': url,
    url,
    description: page.description,
    inLanguage: LANGUAGE,
    license: LICENSE,
    isAccessibleForFree: true,
    publisher: publisher(site),
    publishingPrinciples: `${home(site)}docs/about/editorial-policy/`,
    encoding: markdownOf(site, page),
    ...(page.keywords.length > 0 ? {keywords: page.keywords.join(', ')} : {}),
    ...(typeof image === 'string'
      ? {image: address(site, site.baseUrl + image.replace(/^\//, ''))}
      : {}),
  };
}

/**
 * A docs page with its breadcrumbs.
 * @param cited addresses of its references, in their order
 */
export function docGraph(site: Site, page: PublishedPage, cited: readonly string[]): Graph {
  const {edition, frontMatter} = page;
  const searched = dayOf(page, 'evidence_searched');
  const isClinical = frontMatter.type !== undefined && frontMatter.type !== 'about';
  const corrected = corrections(page);
  const lastCorrected = corrected
    .map(({dateCreated}) => String(dateCreated))
    .sort()
    .at(-1);
  const trail = breadcrumbs(site, page, page.section);
  const node: Thing = {
    ...work(site, page),
    '@type': isClinical ? 'MedicalWebPage' : 'WebPage',
    name: page.title,
    isPartOf: {'@type': 'WebSite', name: site.title, url: home(site)},
    breadcrumb: {'@id': trail['@id']!},
    creativeWorkStatus: edition?.name === undefined ? 'Draft' : 'Published',
    ...(edition?.name === undefined ? {} : {version: edition.name}),
    ...(edition?.released === undefined
      ? {}
      : {datePublished: edition.released, dateModified: lastCorrected ?? edition.released}),
    ...(isClinical
      ? {about: drugs(page), audience: {'@type': 'MedicalAudience', audienceType: 'Clinician'}}
      : {}),
    // Open at its begin: everything that was found up to that day.
    ...(searched === undefined ? {} : {temporalCoverage: `../${searched}`}),
    ...(corrected.length > 0 ? {correction: corrected} : {}),
    ...(cited.length > 0 ? {citation: citations(cited)} : {}),
  };
  return {'@context': 'https://schema.org', '@graph': [node, trail]};
}

/** A post with its breadcrumbs. */
export function postGraph(site: Site, page: PublishedPage, cited: readonly string[]): Graph {
  const event = dayOf(page, 'event_date');
  const blog = {name: 'What’s new', path: `${site.baseUrl}blog/`};
  const node: Thing = {
    ...work(site, page),
    '@type': 'BlogPosting',
    headline: page.title,
    mainEntityOfPage: address(site, page.path),
    isPartOf: {'@type': 'Blog', name: blog.name, url: address(site, blog.path)},
    about: drugs(page),
    ...(page.date === undefined ? {} : {datePublished: page.date}),
    ...(event === undefined ? {} : {contentReferenceTime: event}),
    ...(cited.length > 0 ? {citation: citations(cited)} : {}),
  };
  return {'@context': 'https://schema.org', '@graph': [node, breadcrumbs(site, page, [blog])]};
}

/** The home page: the site, how to search it, and the data behind it. */
export function homeGraph(
  site: Site,
  edition: {edition: string; released: string} | undefined,
  downloads: readonly Download[],
): Graph {
  const search: WithActionConstraints<Node<SearchAction>> = {
    '@type': 'SearchAction',
    target: {'@type': 'EntryPoint', urlTemplate: `${home(site)}search/?q={search_term_string}`},
    'query-input': 'required name=search_term_string',
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebSite',
        '@id': home(site),
        url: home(site),
        name: site.title,
        description: site.tagline,
        inLanguage: LANGUAGE,
        publisher: publisher(site),
        potentialAction: search,
      },
      {
        '@type': 'Dataset',
        '@id': `${home(site)}#data`,
        name: `${site.title}: the evidence as data`,
        description:
          'References and studies behind the pages on ketamine and esketamine, each with how its figures were checked.',
        url: `${home(site)}docs/about/how-evidence-is-judged/`,
        inLanguage: LANGUAGE,
        license: LICENSE,
        isAccessibleForFree: true,
        creator: publisher(site),
        ...(edition ? {version: edition.edition, datePublished: edition.released} : {}),
        ...(downloads.length > 0
          ? {
              distribution: downloads.map(({name, path, format}): Node<DataDownload> => ({
                '@type': 'DataDownload',
                name,
                encodingFormat: format,
                contentUrl: home(site) + path,
              })),
            }
          : {}),
      },
    ],
  };
}
