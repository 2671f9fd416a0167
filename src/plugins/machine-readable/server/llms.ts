/** llms.txt (llmstxt.org): what the site is, and where its pages are as Markdown. */
import type {PublishedPage} from '../../../site/published-pages';
import type {Site} from './json-ld';

/** What every text for machines says of itself. */
export const STATEMENT =
  'For clinicians and readers who want the sources; not advice for a person’s own care. Drafted by AI from the cited sources; not yet clinically reviewed.';

/** Lists the pages of the latest edition by the folders of its sidebar, then the posts. */
export function llmsText(site: Site, pages: readonly PublishedPage[]): string {
  const latest = pages.filter(({edition}) => edition?.isLatest);
  const sections = new Map<string, PublishedPage[]>([['Start here', []]]);
  for (const page of latest) {
    const name = page.section[0]?.name ?? 'Start here';
    sections.set(name, [...(sections.get(name) ?? []), page]);
  }
  sections.set(
    'What’s new',
    pages.filter(({kind}) => kind === 'post'),
  );
  const lists = [...sections]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `## ${name}\n\n${list.map((page) => entry(site, page)).join('\n')}\n`);
  return [
    `# ${site.title}\n`,
    `> ${site.tagline}. ${STATEMENT}\n`,
    'Each page and post is also there as Markdown, at its own address with `index.md` behind it, its citations as numbers of its reference list.',
    `These are the pages of the latest edition${latest[0]?.edition ? `, ${latest[0].edition.label}` : ''}; cite a page by the address of its edition, and a clinical fact by the study that the page names. Text: CC BY 4.0.\n`,
    ...lists,
  ].join('\n');
}

function entry({url}: Site, {title, description, path, date}: PublishedPage): string {
  // Square brackets would end the text of the link.
  const name = title.replace(/[[\]\\]/g, '\\$&');
  return `- [${name}](${url}${path}index.md): ${date ? `${date}. ` : ''}${description}`;
}
