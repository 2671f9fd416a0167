import type {Plugin} from 'esbuild';

/**
 * What bundling the theme's worker outside of Docusaurus needs: the module that the build of the site generates for it, and
 * nothing of what only a worker uses.
 * @param template expression that gives the theme's name for an index file
 */
export function generatedForTheme(template: string): Plugin {
  return {
    name: 'generated',
    setup({onResolve, onLoad}) {
      onResolve({filter: /^(comlink$|@generated\/)/}, ({path: name}) => ({
        path: name,
        namespace: 'generated',
      }));
      onLoad({filter: /.*/, namespace: 'generated'}, ({path: name}) => ({
        contents:
          name === 'comlink'
            ? 'export const expose = () => {};'
            : `export const searchIndexUrl = ${template};
               export const language = ['en'];
               export const removeDefaultStopWordFilter = [];
               export const fuzzyMatchingDistance = 0;`,
      }));
    },
  };
}
