import routes, {loadRoutes} from '@generated/routes';
import {matchRoutes} from 'react-router-config';

/**
 * In place of Docusaurus' own of that name: loads what the page at an address needs, the routes of its edition first,
 * which are not in what other pages load (manifest-loader.cjs).
 * @param pathname address of a page below the origin
 * @returns settles when the page can be shown
 */
export default async function preload(pathname: string): Promise<void> {
  await loadRoutes(pathname);
  const matches = [...new Set([pathname, decodeURI(pathname)])].flatMap((address) =>
    matchRoutes(routes, address),
  );
  await Promise.all(matches.map(({route}) => route.component.preload?.()));
}
