/**
 * Addresses in the repository that a page offers: its source, and the issue forms of .github/ISSUE_TEMPLATE, filled in as
 * far as the page knows. GitHub takes the ids of a form's fields as parameters. Used by the build and by the browser.
 */

/** File of each form, and the ids of the fields that the site fills in. A test holds them to the forms. */
export const FORMS = {
  error: {file: 'error.yml', fields: ['page', 'section', 'edition', 'address']},
  evidence: {file: 'new-evidence.yml', fields: []},
  missing: {file: 'missing-topic.yml', fields: ['looked-for', 'edition']},
  accessibility: {file: 'accessibility.yml', fields: []},
} as const;

export interface ReportedPlace {
  /** Path of the source, which names the page and its edition. */
  file: string;
  /** Permanent address, whole, without fragment. */
  address: string;
}

/** A form that a person has still to send: nothing leaves the device before. */
function formHref<F extends keyof typeof FORMS>(
  repository: string,
  form: F,
  title: string,
  values: Partial<Record<(typeof FORMS)[F]['fields'][number], string>>,
): string {
  const params = new URLSearchParams({template: FORMS[form].file, title});
  for (const [field, value] of Object.entries<string | undefined>(values)) {
    if (value) {
      params.set(field, value);
    }
  }
  return `${repository}/issues/new?${params.toString()}`;
}

/** The form for an error, with page, edition and permanent address. */
export function errorHref(repository: string, {file, address}: ReportedPlace): string {
  const page = pageName(file);
  return formHref(repository, 'error', `Error: ${page}`, {
    page,
    edition: editionName(file),
    address,
  });
}

/** The form for an error of the page, with a section of it; any other address comes back as it is. */
export function withSection(href: string, {id, title}: {id: string; title: string}): string {
  const url = new URL(href);
  const {searchParams: params} = url;
  if (!params.has('template')) {
    return href;
  }
  params.set('title', `${params.get('title')}, ${title}`);
  params.set('section', title);
  params.set('address', `${params.get('address')}#${id}`);
  return url.href;
}

/** The form for what search did not find. */
export function missingTopicHref(repository: string, query: string, edition: string): string {
  return formHref(repository, 'missing', `Missing: ${query}`, {'looked-for': query, edition});
}

/**
 * The source at a line. GitHub's editor cannot be opened at a line, its view of a file can, and has a pencil that opens
 * the editor: so the whole page leads to the editor, and a section leads here.
 */
export function sourceHref(repository: string, file: string, line?: number): string {
  return line === undefined
    ? `${repository}/edit/main/${file}`
    : `${repository}/blob/main/${file}?plain=1#L${line}`;
}

/** Repository and file of an address that `sourceHref` made without a line; undefined for any other. */
export function sourceOf(href: string): {repository: string; file: string} | undefined {
  const match = /^(?<repository>https?:\/\/.+?)\/edit\/main\/(?<file>.+)$/.exec(href);
  return match?.groups
    ? {repository: match.groups.repository!, file: match.groups.file!}
    : undefined;
}

/** `docs/safety/overview.mdx` and `versioned_docs/version-2.0/safety/overview.mdx` are `safety/overview`. */
function pageName(file: string): string {
  return file
    .replace(/^docs\/|^versioned_docs\/version-[^/]+\//, '')
    .replace(/^_evidence\//, '')
    .replace(/\.(mdx|yml)$/, '');
}

/** `2.0`, or what else is not of an edition. */
export function editionName(file: string): string {
  const edition = /^versioned_docs\/version-(?<edition>[^/]+)\//.exec(file)?.groups?.edition;
  return edition ?? (file.startsWith('blog/') ? 'none: an update' : 'draft of the next edition');
}

/**
 * Path of a page that will always show this text, from its source; undefined where the address it is read at is that
 * already.
 */
export function pinnedPath(file: string, baseUrl: string): string | undefined {
  const match = /^versioned_docs\/version-(?<edition>[^/]+)\/(?<slug>.+)\.mdx$/.exec(file);
  if (!match?.groups) {
    return undefined;
  }
  const {edition, slug} = match.groups;
  return `${baseUrl}docs/${edition}/${slug === 'index' ? '' : `${slug}/`}`;
}
