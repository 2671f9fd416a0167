import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {stopOnProblems} from '../../lint/report';
import {checkAll} from '../../lint/run';

/**
 * Runs every content check before a build (the same that `npm run check` runs), and makes pages depend on the data
 * behind them, so that a change of a reference or figure rebuilds what shows it, and the bundler's cache on the code
 * that made them.
 */
export default function contentChecksPlugin({siteDir}: LoadContext): Plugin {
  return {
    name: 'content-checks',
    async loadContent() {
      // While writing (`npm run dev`) the page itself shows what stops it; style can wait for `npm run check`.
      if (process.env.NODE_ENV === 'production') {
        stopOnProblems((await checkAll(siteDir)).problems, {addresses: true});
      }
    },
    configureWebpack({experiments}) {
      const cache = (experiments as {cache?: {buildDependencies: string[]}} | undefined)?.cache;
      cache?.buildDependencies.push(...buildCode(path.join(siteDir, 'src')));
      return {
        module: {
          rules: [
            {
              test: /\.mdx$/,
              enforce: 'pre',
              include: ['docs', 'versioned_docs', 'blog'].map((dir) => path.join(siteDir, dir)),
              use: [
                {
                  loader: path.join(siteDir, 'src/plugins/content-checks/evidence-loader.cjs'),
                  options: {siteDir},
                },
              ],
            },
          ],
        },
      };
    },
  };
}

/** Files of code that may run in a build: the bundler knows loaders and what they import by name alone. */
function buildCode(dir: string): string[] {
  return fs
    .readdirSync(dir, {recursive: true, encoding: 'utf8'})
    .filter((file) => /\.(?:[cm]?[jt]s)$/.test(file))
    .map((file) => path.join(dir, file));
}
