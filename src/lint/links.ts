/** Addresses on a page: links, reference definitions, images, and the href, to and src of components. */
import fs from 'node:fs';
import path from 'node:path';
import {visit} from 'unist-util-visit';
import {componentsOf, stringAttribute, type Document} from './document';
import {headingIds} from './content';
import {placeOf, type Finding} from './rule';

export interface PageLink {
  url: string;
  place: Pick<Finding, 'file' | 'line' | 'column'>;
}

/** Links that readers follow. */
export function linksOf(document: Document): PageLink[] {
  const links: PageLink[] = [];
  visit(document.tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') {
      links.push({url: node.url, place: placeOf(document, node)});
    }
  });
  return [...links, ...attributeLinks(document, ['href', 'to'])];
}

/** Pictures that the page shows. */
export function imagesOf(document: Document): PageLink[] {
  const images: PageLink[] = [];
  visit(document.tree, 'image', (node) => {
    images.push({url: node.url, place: placeOf(document, node)});
  });
  return [...images, ...attributeLinks(document, ['src'])];
}

function attributeLinks(document: Document, names: string[]): PageLink[] {
  return componentsOf(document).flatMap((component) =>
    names.flatMap((name) => {
      const url = stringAttribute(component, name);
      return url === undefined ? [] : [{url, place: placeOf(document, component)}];
    }),
  );
}

export interface ParsedUrl {
  /** `https:`, or `//` for an address that takes over the page's scheme. */
  scheme?: string;
  /** Without query and fragment, decoded. */
  path: string;
  fragment?: string;
}

/** Splits an address as written; one that cannot be decoded is taken as it stands. */
export function parseUrl(typed: string): ParsedUrl {
  // Browsers drop these before they look for the scheme.
  const url = typed.replace(/[\u0000-\u0020]/g, '');
  const scheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.exec(url)?.[0].toLowerCase();
  const hash = url.indexOf('#');
  const beforeHash = hash === -1 ? url : url.slice(0, hash);
  return {
    ...(scheme === undefined ? {} : {scheme}),
    path: decode(beforeHash.replace(/\?.*$/s, '')),
    ...(hash === -1 ? {} : {fragment: decode(url.slice(hash + 1))}),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Headings that the build writes. No page writes them by hand, and any page may be linked at them. */
export const GENERATED_IDS = [
  'at-a-glance',
  'cite-this-page',
  'moved-sections',
  'references',
  'related-pages',
  'searches',
  'updates',
] as const;

/** Ids of a page that a link can lead to: its headings, its figures, and what the build adds. */
export function anchorsOf(document: Document): Set<string> {
  const figures = componentsOf(document).flatMap((component) => {
    const id = stringAttribute(component, 'id');
    return id === undefined ? [] : component.name === 'Figure' ? `figure-${id}` : id;
  });
  return new Set([...headingIds(document), ...figures, ...GENERATED_IDS]);
}

/** True for an id that a link can lead to, and where the data that writes the page's ids has a problem of its own. */
export function hasAnchor(document: Document, id: string): boolean {
  return !document.idsKnown || anchorsOf(document).has(id);
}

/** True for a file inside the repository: a path may climb out of it. */
export function isRepositoryFile(absolute: string, root: string): boolean {
  return (
    !path.relative(root, absolute).startsWith('..') &&
    fs.statSync(absolute, {throwIfNoEntry: false})?.isFile() === true
  );
}
