import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readEditions} from '../../site/editions';
import {dayOf, publishedPages, type PublishedPage} from '../../site/published-pages';
import {citedAddresses, loadArticle} from './server/article';
import {headElements, intoHead, replaceFile} from './server/head';
import {docGraph, homeGraph, postGraph, type Download, type Site} from './server/json-ld';
import {llmsText, STATEMENT} from './server/llms';
import {pageMarkdown} from './server/markdown';

export interface MachineReadableOptions {
  /** Files of the evidence that the build writes: the description of the data lists them. */
  downloads?: Download[];
}

/**
 * Writes what machines read, from the built pages: schema.org data into the head of every docs page, post and the home
 * page; each docs page and post as `index.md` beside its `index.html`; and llms.txt, which lists them.
 * @param options MachineReadableOptions; Docusaurus types options as unknown
 */
export default function machineReadablePlugin(
  {baseUrl, siteConfig, siteDir}: LoadContext,
  options: unknown,
): Plugin {
  const {downloads = []} = options as MachineReadableOptions;
  return {
    name: 'machine-readable',
    postBuild({outDir, plugins}) {
      const editions = readEditions(siteDir);
      const pages = publishedPages(plugins, editions);
      const site: Site = {
        title: siteConfig.title,
        tagline: siteConfig.tagline,
        url: siteConfig.url,
        baseUrl,
      };
      const fileOf = (page: string, name: string): string =>
        path.join(outDir, page.slice(baseUrl.length), name);
      for (const page of pages) {
        const file = fileOf(page.path, 'index.html');
        const html = fs.readFileSync(file, 'utf8');
        const $ = loadArticle(html, page.path);
        const cited = citedAddresses($);
        const graph =
          page.kind === 'doc' ? docGraph(site, page, cited) : postGraph(site, page, cited);
        replaceFile(file, intoHead(html, headElements(graph, `${page.path}index.md`)));
        const markdown = pageMarkdown($, {
          url: site.url + page.path,
          title: page.title,
          facts: factsOf(page),
          statement: STATEMENT,
        });
        fs.writeFileSync(fileOf(page.path, 'index.md'), markdown);
      }
      const home = fileOf(baseUrl, 'index.html');
      const graph = homeGraph(site, editions[0], downloads);
      replaceFile(home, intoHead(fs.readFileSync(home, 'utf8'), headElements(graph)));
      fs.writeFileSync(path.join(outDir, 'llms.txt'), llmsText(site, pages));
      return Promise.resolve();
    },
  };
}

function factsOf(page: PublishedPage): Record<string, string | undefined> {
  return {
    description: page.description,
    edition: page.edition?.label,
    evidence_searched: dayOf(page, 'evidence_searched'),
    date: page.date,
    event_date: dayOf(page, 'event_date'),
    license: 'CC BY 4.0',
  };
}
