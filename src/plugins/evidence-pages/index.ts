import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {siteAddress} from '../../site/address';
import {evidenceFiles, evidencePages} from './server/files';
import {BIBLIOGRAPHY, loadModel} from './server/model';
import {makeShell} from './server/shell';

const EXPLORER = 'studies/';

/**
 * Writes, after the build, a page for each study, the bibliography, and files to take away (BibTeX, RIS, CSL-JSON, CSV
 * and the JSON API). They are no routes of the app, so that they add nothing to what a reader of other pages loads; links
 * to them are plain ones. `npm run dev` does not show them.
 */
export default function evidencePagesPlugin({siteDir}: LoadContext): Plugin {
  return {
    name: 'evidence-pages',
    async postBuild({outDir, baseUrl, siteConfig, routesPaths}) {
      const {url, title} = siteConfig;
      const has = (address: string): boolean => routesPaths.includes(baseUrl + address);
      const options = {
        model: loadModel(path.resolve(siteDir)),
        url,
        baseUrl,
        siteTitle: title,
        repository: siteAddress(process.env).repository,
        ...(has(EXPLORER) ? {explorer: EXPLORER} : {}),
      };
      const write = (address: string, text: string): void => {
        const file = path.join(outDir, ...address.split('/'));
        fs.mkdirSync(path.dirname(file), {recursive: true});
        fs.writeFileSync(file, text);
      };
      /** Named by their content, so that they can be kept for ever. */
      const asset = (name: string): string => {
        const text = fs.readFileSync(path.join(siteDir, 'src/plugins/evidence-pages/assets', name));
        const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
        const address = `assets/evidence/${name.replace('.', `.${hash}.`)}`;
        write(address, text.toString());
        return address;
      };
      const shell = makeShell({
        html: fs.readFileSync(path.join(outDir, '404.html'), 'utf8'),
        url,
        baseUrl,
        siteTitle: title,
        style: asset('evidence.css'),
        script: asset('bibliography.js'),
        menu: [
          {label: 'Reference', address: 'docs/'},
          ...(has(EXPLORER) ? [{label: 'Studies', address: EXPLORER}] : []),
          {label: 'Bibliography', address: BIBLIOGRAPHY},
          {label: 'What’s new', address: 'blog/'},
          {label: 'Search', address: 'search/'},
        ],
      });
      for (const page of evidencePages(options)) {
        write(`${page.address}index.html`, shell(page));
      }
      for (const [address, text] of evidenceFiles(options)) {
        write(address, text);
      }
    },
  };
}
