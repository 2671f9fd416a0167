import fs from 'node:fs';
import path from 'node:path';
import theme, {validateOptions} from '@easyops-cn/docusaurus-search-local/dist/server/server';
import {buildIndex} from '@easyops-cn/docusaurus-search-local/dist/server/server/utils/buildIndex';
import type {BlogContent} from '@docusaurus/plugin-content-blog';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {loadVocabulary} from '../../evidence/vocabulary';
import {stopOnProblems} from '../../lint/report';
import type {SearchOptions} from '../../site/search';
import {siteAddress} from '../../site/address';
import {writeInputsHash} from './inputs';
import {siteMap, type SearchPageData} from './site-map';
import {writeSearchFiles} from './write';

/**
 * The search theme, with files of our own shape: after the theme has read the pages, its index of each edition is
 * replaced (src/search/README.md). Takes the theme's options.
 */
export default function searchPlugin(context: LoadContext, checked: unknown): Plugin {
  const options = checked as SearchOptions;
  const {baseUrl, generatedFilesDir, siteDir} = context;
  const stock: Plugin = theme(context, {
    ...options,
    // Used for the hash in file names only.
    docsDir: [writeInputsHash(siteDir, generatedFilesDir)],
  });
  return {
    ...stock,
    // The theme's own route, with what the page shows where search does not help.
    contentLoaded: undefined,
    async allContentLoaded({allContent, actions}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as LoadedContent;
      const {repository} = siteAddress(process.env);
      const page: SearchPageData = {
        siteMap: siteMap(docs, baseUrl),
        repository: repository ?? null,
      };
      actions.addRoute({
        path: `${baseUrl}search`,
        component: '@theme/SearchPage',
        exact: true,
        modules: {page: await actions.createData('search-page.json', JSON.stringify(page))},
      });
    },
    async postBuild(props) {
      await stock.postBuild!(props);
      const docs = props.plugins.find(({name}) => name === 'docusaurus-plugin-content-docs');
      const template = templateOf(path.join(generatedFilesDir, stock.name));
      const {value: terms = [], problems} = loadVocabulary(
        path.join(siteDir, 'docs', '_evidence'),
        siteDir,
      );
      stopOnProblems(problems);
      const blog = props.plugins.find(({name}) => name === 'docusaurus-plugin-content-blog');
      const posts = new Set(
        (blog?.content as BlogContent | undefined)?.blogPosts.map(({metadata}) =>
          withSlash(metadata.permalink),
        ),
      );
      for (const version of (docs!.content as LoadedContent).loadedVersions) {
        const address = `${version.path}/`;
        writeSearchFiles({
          edition: {
            base: version.isLast ? baseUrl : address,
            address,
          },
          template,
          terms,
          isPost: (address) => posts.has(withSlash(address)),
          outDir: props.outDir,
          baseUrl,
          build: (documents) =>
            buildIndex(documents, options).map((built) => ({
              ...built,
              index: built.index.toJSON(),
            })),
        });
      }
    },
  };
}

/** The blog's own addresses have no slash at their end, those of the built pages do. */
function withSlash(address: string): string {
  return address.replace(/\/?$/, '/');
}

/** The theme checks its own options. */
searchPlugin.validateOptions = validateOptions;

/** The theme chooses the name of its files and tells it to the browser in a generated module. */
function templateOf(dir: string): string {
  const file = path.join(dir, 'default', 'generated-constants.js');
  const found = /searchIndexUrl = (".*?");/.exec(fs.readFileSync(file, 'utf8'));
  if (!found) {
    throw new Error(`${file} no longer tells the name of the search index: has the theme changed?`);
  }
  return JSON.parse(found[1]!) as string;
}
