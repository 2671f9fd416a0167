import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {comparisons, referenceChanges} from '../../editions/comparison';
import {comparisonPages} from '../../editions/comparison-pages';
import {listErrata} from '../../editions/errata';
import {addressBelow, movedIn} from '../../editions/moved';
import {movedPage} from '../../editions/moved-pages';
import {docsPlaces} from '../../editions/places';
import {makeShell, type StaticPage} from '../../editions/shell';
import {editionsData} from './editions-data';

/**
 * The pages /editions/ and /errata/; and, written into the finished build because no reader needs them in the first
 * download, what changed from edition to edition and a page at each address that has moved.
 */
export default function editionsPlugin({baseUrl, siteDir, siteConfig}: LoadContext): Plugin {
  return {
    name: 'editions',
    async contentLoaded({actions}) {
      const page = async (name: string, component: string, value: object): Promise<void> => {
        const data = await actions.createData(`${name}.json`, JSON.stringify(value));
        actions.addRoute({
          path: `${baseUrl}${name}/`,
          component: `@site/src/components/${component}`,
          exact: true,
          modules: {data},
        });
      };
      await page('editions', 'EditionsPage', editionsData(siteDir));
      await page('errata', 'ErrataPage', {errata: listErrata(docsPlaces(siteDir))});
    },
    postBuild({outDir}) {
      const frame = fs.readFileSync(path.join(outDir, 'editions', 'index.html'), 'utf8');
      const shell = makeShell(frame, siteConfig.title);
      const write = (address: string, page: StaticPage): void => {
        const file = path.join(outDir, address, 'index.html');
        if (fs.existsSync(file)) {
          throw new Error(`Two pages would stand at ${baseUrl}${address}.`);
        }
        fs.mkdirSync(path.dirname(file), {recursive: true});
        fs.writeFileSync(file, shell(page));
      };
      for (const comparison of comparisons(siteDir)) {
        const references = referenceChanges(comparison, siteDir);
        for (const [address, page] of comparisonPages(comparison, references, baseUrl)) {
          write(address, page);
        }
      }
      const places = docsPlaces(siteDir);
      for (const place of places) {
        for (const moved of movedIn(place, places, siteDir).pages) {
          write(
            place.path + addressBelow(moved.slug),
            movedPage(moved, baseUrl + place.path, siteConfig.url),
          );
        }
      }
      return Promise.resolve();
    },
  };
}
