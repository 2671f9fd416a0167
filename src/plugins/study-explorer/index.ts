import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {studiesDir} from '../../evidence/load-studies';
import {explorerData, explorerDocsDir} from './explorer-data';

/**
 * The table of all studies at /studies/: one route with a data module of its own, so that no other page carries any of
 * it. Records of studies are checked by content-checks.
 */
export default function studyExplorerPlugin({baseUrl, siteDir}: LoadContext): Plugin {
  return {
    name: 'study-explorer',
    getPathsToWatch() {
      return [`${studiesDir(path.join(explorerDocsDir(siteDir), '_evidence'))}/*.yml`];
    },
    async contentLoaded({actions}) {
      const data = await actions.createData('studies.json', JSON.stringify(explorerData(siteDir)));
      actions.addRoute({
        path: `${baseUrl}studies/`,
        component: '@site/src/components/StudyExplorer',
        exact: true,
        modules: {data},
      });
    },
  };
}
