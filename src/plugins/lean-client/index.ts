import fs from 'node:fs';
import path from 'node:path';
import type {Compiler} from 'webpack';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readEditions} from '../../site/editions';
import {purgeInfima} from './infima';

/** Makes the production build's browser code small: README.md says what is left out and why. */
export default function leanClientPlugin({
  siteDir,
  generatedFilesDir,
  baseUrl,
}: LoadContext): Plugin {
  const here = (file: string) => path.join(siteDir, 'src/plugins/lean-client', file);
  // Their routes come with their first page: all editions but the latest, whose addresses have no edition, and posts.
  const parts = [
    ...readEditions(siteDir)
      .slice(1)
      .map(({edition}) => `docs/${edition}`),
    'docs/next',
    'blog',
  ].map((part) => `${baseUrl}${part}`);
  return {
    name: 'lean-client',
    configurePostCss(options) {
      if (process.env.NODE_ENV === 'production') {
        options.plugins.push(purgeInfima(siteDir));
      }
      return options;
    },
    configureWebpack(config, isServer, {currentBundler}) {
      if (isServer || process.env.NODE_ENV !== 'production') {
        return {};
      }
      const replace = (pattern: RegExp, file: string) =>
        new currentBundler.instance.NormalModuleReplacementPlugin(pattern, here(file));
      const replaceInCore = (request: string, file: string) =>
        new currentBundler.instance.NormalModuleReplacementPlugin(
          new RegExp(`^${request.replaceAll('.', '\\.')}$`),
          (module) => {
            if (/[/\\]@docusaurus[/\\]core[/\\]/.test(module.context)) {
              module.request = here(file);
            }
          },
        );
      // Serves reading ahead what comes into view (client/docusaurus.ts), with the name of every chunk.
      config.plugins = config.plugins!.filter(
        (plugin) => plugin!.constructor.name !== 'ChunkAssetPlugin',
      );
      // Changed in place, since an alias that comes after one of its folder (`@theme/DocItem`) is not looked at.
      Object.assign(config.resolve!.alias!, {
        '@theme/BlogPostItem/Content': here('client/BlogPostItemContent'),
        '@theme/ContentVisibility': here('client/ContentVisibility'),
        '@theme/DocItem/Content': here('client/DocItemContent'),
        '@theme/Footer': here('client/Footer'),
        ...Object.fromEntries(
          [
            'hoist-non-react-statics',
            'path-to-regexp',
            'prop-types',
            'react-helmet-async',
            'react-loadable',
            'react-router-dom',
            'tslib',
          ].map((library) => [`${library}$`, here(`client/${library}`)]),
        ),
      });
      // Every page knows the name of every file: the number of a chunk is enough of it.
      config.output!.chunkFilename = 'assets/js/[id].[contenthash:8].js';
      return {
        plugins: [
          {apply: (compiler: Compiler) => writeChunkNames(compiler, generatedFilesDir)},
          replaceInCore('./docusaurus', 'client/docusaurus'),
          replaceInCore('./preload', 'client/preload'),
          replace(/theme-classic.lib.nprogress$/, 'client/progress'),
          replace(/theme-classic.lib.prism-include-languages$/, 'client/nothing'),
        ],
        module: {
          rules: [
            {
              test: /\.mdx$/,
              // Excerpts in lists of posts stay.
              resourceQuery: {not: [/truncated/]},
              enforce: 'post',
              include: ['docs', 'versioned_docs', 'blog'].map((dir) => path.join(siteDir, dir)),
              use: [{loader: here('body-loader.cjs')}],
            },
            {
              test: /[/\\]site-(docs|versioned-docs|blog)-[^/\\]+\.json$/,
              include: generatedFilesDir,
              use: [{loader: here('metadata-loader.cjs')}],
            },
            {
              include: path.join(generatedFilesDir, 'globalData.json'),
              type: 'javascript/auto',
              use: [{loader: here('global-data-loader.cjs')}],
            },
            {
              include: path.join(generatedFilesDir, 'docusaurus.config.mjs'),
              enforce: 'pre',
              use: [{loader: here('config-loader.cjs')}],
            },
            {
              test: /\.json$/,
              include: path.join(generatedFilesDir, 'docusaurus-plugin-content-docs/default/p'),
              use: [{loader: here('props-loader.cjs')}],
            },
            {
              test: /[/\\](routes\.js|registry\.js|routesChunkNames\.json)$/,
              include: generatedFilesDir,
              enforce: 'pre',
              use: [
                {
                  loader: here('manifest-loader.cjs'),
                  options: {generatedFilesDir, parts},
                },
              ],
            },
          ],
        },
      };
    },
  };
}

/** File below Docusaurus' generated ones: names of chunks, where they have one, by id, which the files are named by. */
export const CHUNK_NAMES = 'lean-client/chunk-names.json';

function writeChunkNames(compiler: Compiler, generatedFilesDir: string): void {
  compiler.hooks.done.tap('lean-client', ({compilation}) => {
    const names = [...compilation.chunks].flatMap(({id, name}) => (name ? [[id, name]] : []));
    const file = path.join(generatedFilesDir, CHUNK_NAMES);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, JSON.stringify(Object.fromEntries(names)));
  });
}
