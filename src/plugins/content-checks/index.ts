import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {stopOnProblems} from '../../lint/report';
import {checkAll} from '../../lint/run';

/**
 * Runs every content check before a build (the same that `npm run check` runs), and makes pages depend on the data
 * behind them, so that a change of a reference or figure rebuilds what shows it.
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
    configureWebpack() {
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
