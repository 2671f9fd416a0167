import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readEditions} from '../../site/editions';

/** Makes the production build's browser code small: README.md says what is left out and why. */
export default function leanClientPlugin({
  siteDir,
  generatedFilesDir,
  baseUrl,
}: LoadContext): Plugin {
  const here = (file: string) => path.join(siteDir, 'src/plugins/lean-client', file);
  // All but the latest, whose addresses have no edition.
  const otherEditions = [
    ...readEditions(siteDir)
      .slice(1)
      .map(({edition}) => edition),
    'next',
  ].map((edition) => `${baseUrl}docs/${edition}`);
  return {
    name: 'lean-client',
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
        '@theme/DocItem/Content': here('client/DocItemContent'),
        tslib: here('client/tslib'),
      });
      return {
        plugins: [
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
                  options: {generatedFilesDir, editions: otherEditions},
                },
              ],
            },
          ],
        },
      };
    },
  };
}
