import type {LoadContext, Plugin} from '@docusaurus/types';
import {homeData} from './home-data';

/**
 * The home page. Its facts are the front matter of the latest edition's pages and of the newest posts, put into the
 * page at build time, so that nothing on it is typed twice.
 */
export default function homePlugin({baseUrl, siteDir}: LoadContext): Plugin {
  return {
    name: 'home',
    async allContentLoaded({allContent, actions}) {
      const data = await actions.createData(
        'home.json',
        JSON.stringify(homeData(allContent, siteDir)),
      );
      actions.addRoute({
        path: baseUrl,
        component: '@site/src/components/HomePage',
        exact: true,
        modules: {data},
      });
    },
  };
}
