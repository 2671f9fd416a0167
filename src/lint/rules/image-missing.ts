import path from 'node:path';
import {imagesOf, isRepositoryFile, parseUrl} from '../links';
import {defineDocumentRule, type Finding} from '../rule';

export const imageMissing = defineDocumentRule({
  id: 'image/missing',
  title: 'Pictures are files of the repository',
  why: 'A missing picture takes its meaning with it, and one from elsewhere tells a third party who reads.',
  scope: 'all',
  check: (document, {root}) =>
    imagesOf(document).flatMap(({url, place}): Finding[] => {
      const {scheme, path: file} = parseUrl(url);
      if (scheme !== undefined) {
        return [
          {
            ...place,
            found: url,
            expected: 'a file beside the page',
            fix: 'save the picture in the folder of the page, if its license allows, and link it as ./name.png',
          },
        ];
      }
      // In static/ only what the site itself needs: it is not part of an edition.
      const absolute = file.startsWith('/')
        ? path.join(root, 'static', file)
        : path.resolve(path.dirname(document.absolute), file);
      return isRepositoryFile(absolute, root)
        ? []
        : [
            {
              ...place,
              found: url,
              expected: `a file at ${path.relative(root, absolute).split(path.sep).join('/')}`,
              fix: 'correct the path, or add the file',
            },
          ];
    }),
});
