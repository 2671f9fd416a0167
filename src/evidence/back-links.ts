/**
 * Where a page cites its sources: read off its text, without the cost of parsing it as MDX. A content test holds the
 * result against the reference lists that the build writes.
 */
import {readMatter} from './matter';
import {parseCitations} from './citations';
import {GLANCE_LABELS, glanceOf} from './glance';

export interface CitedPlace {
  key: string;
  /** Heading above it; undefined before the first heading. */
  section?: {id: string; title: string};
}

const AT_A_GLANCE = {id: 'at-a-glance', title: 'At a glance'};
const HEADING = /^#{2,6} +(?<title>.*?) *\{\/\* *#(?<id>[^\s*]+) *\*\/\} *$/;
const COMPONENT = /<(?<name>[A-Z]\w*)(?<attributes>[^>]*)>/g;
const FENCE = /^ *(```|~~~)/;

/**
 * Citations of a page or post in the order of the reader: the first paragraph, the At-a-glance card, the rest.
 * @param source text of the MDX file
 * @param keysOf keys that the data of a component cites: `<Figure id="x" />` shows its sources in its place
 */
export function citedPlaces(
  source: string,
  keysOf: (component: string, id: string | undefined) => readonly string[] = () => [],
): CitedPlace[] {
  const {data, content} = readMatter(source);
  const inLead: CitedPlace[] = [];
  const inBody: CitedPlace[] = [];
  let section: CitedPlace['section'];
  let fenced = false;
  let lead: 'before' | 'in' | 'after' = 'before';
  for (const paragraph of blocks(content)) {
    if (FENCE.test(paragraph)) {
      fenced = !fenced;
    }
    if (fenced) {
      continue;
    }
    const heading = HEADING.exec(paragraph)?.groups;
    if (heading) {
      section = {id: heading.id!, title: plainHeading(heading.title!)};
    }
    if (lead === 'before' && paragraph.trim() && !/^(\{\/\*|import |export )/.test(paragraph)) {
      lead = heading || paragraph.startsWith('<') ? 'after' : 'in';
    }
    const places = keysIn(paragraph, keysOf).map((key) => ({key, ...(section ? {section} : {})}));
    (lead === 'in' ? inLead : inBody).push(...places);
    lead = lead === 'in' ? 'after' : lead;
  }
  const glance = glanceOf(data) ?? {};
  const inCard = GLANCE_LABELS.flatMap(([field]) => textsOf(glance[field])).flatMap((text) =>
    keysIn(text, () => []).map((key) => ({key, section: AT_A_GLANCE})),
  );
  return [...inLead, ...inCard, ...inBody];
}

/** Keys of the citations, each once, in order of first citation: the page's reference list. */
export function citedKeys(places: readonly CitedPlace[]): string[] {
  return [...new Set(places.map(({key}) => key))];
}

/** Runs of lines between blank lines; a heading and a fence stand alone. */
function blocks(content: string): string[] {
  const result: string[] = [];
  let current: string[] = [];
  const end = (): void => {
    if (current.length > 0) {
      result.push(current.join('\n'));
      current = [];
    }
  };
  for (const line of content.split(/\r?\n/)) {
    if (line.trim() === '') {
      end();
    } else if (HEADING.test(line) || FENCE.test(line)) {
      end();
      result.push(line);
    } else {
      current.push(line);
    }
  }
  end();
  return result;
}

function keysIn(text: string, keysOf: Parameters<typeof citedPlaces>[1] & {}): string[] {
  const visible = text.replace(/\{\/\*[\s\S]*?\*\/\}/g, '').replace(/`[^`]*`/g, '');
  const cited = parseCitations(visible).clusters.map(({start, items}) => ({
    start,
    keys: items.map(({key}) => key),
  }));
  const shown = [...visible.matchAll(COMPONENT)].map((match) => ({
    start: match.index,
    keys: [
      ...keysOf(
        match.groups!.name!,
        /\b(?:id|cell)="([^"]*)"/.exec(match.groups!.attributes!)?.[1],
      ),
    ],
  }));
  return [...cited, ...shown].sort((a, b) => a.start - b.start).flatMap(({keys}) => keys);
}

function plainHeading(title: string): string {
  return title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');
}

/** Every string inside a value, in order. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
