import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';

type Bundler = Parameters<NonNullable<Plugin['configureWebpack']>>[2]['currentBundler'];
type Middleware = (request: unknown, response: unknown, next: () => void) => unknown;

/** What Rspack has and the types of webpack, which Docusaurus uses, do not know. */
interface Rspack {
  lazyCompilationMiddleware(compiler: unknown): Middleware;
}

/**
 * Makes `npm run dev` quick and steady: only pages that somebody has opened are compiled, so that a change of data makes
 * those anew and not all; and a page with an error goes on by itself once that is mended. Does nothing in a build.
 */
export default function devServerPlugin({siteDir, generatedFilesDir}: LoadContext): Plugin {
  const isBuild = process.env.NODE_ENV === 'production';
  const here = (file: string) => path.join(siteDir, 'src/plugins/dev-server', file);
  return {
    name: 'dev-server',
    getClientModules: () => (isBuild ? [] : [here('after-error.ts')]),
    configureWebpack(config, _isServer, {currentBundler}) {
      if (isBuild) {
        return {};
      }
      // Docusaurus switches Rspack's cache on disk on in dev whatever its option says. It has broken down in the middle
      // of many changes, and the server with it.
      delete (config.experiments as {cache?: unknown} | undefined)?.cache;
      let compilesOpened: Middleware;
      return {
        // Of Rspack alone.
        ...({lazyCompilation: {entries: false, imports: true, test: /\.mdx$/}} as object),
        plugins: [
          {
            // Before the first compilation, which the dev server begins before it asks for middlewares.
            apply(compiler) {
              compilesOpened = rspackOf(currentBundler).lazyCompilationMiddleware(compiler);
            },
          },
        ],
        module: {
          rules: [
            {
              include: path.join(generatedFilesDir, 'registry.js'),
              enforce: 'pre',
              use: [{loader: here('registry-loader.cjs')}],
            },
          ],
        },
        devServer: {
          // Takes the place of Docusaurus' own, which served an overlay that is gone.
          setupMiddlewares: (middlewares: unknown[]) => [compilesOpened, ...middlewares],
        },
      };
    },
  };
}

function rspackOf({name, instance}: Bundler): Rspack {
  if (name !== 'rspack') {
    throw new Error('The dev server needs Rspack: `future.faster` in docusaurus.config.ts.');
  }
  return instance as unknown as Rspack;
}
