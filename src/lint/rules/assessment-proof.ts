import path from 'node:path';
import {splitTarget} from '../../evidence/moves';
import {nearest} from '../../evidence/nearest';
import {anchorsOf, isRepositoryFile} from '../links';
import {defineRule, type Finding} from '../rule';

export const assessmentProof = defineRule({
  id: 'assessment/proof',
  title: 'Every proof of the self-assessment is a page, section or file that exists',
  why: 'A claim whose proof cannot be opened proves nothing.',
  scope: 'next',
  check({content: {next, root}}) {
    const {value, place} = next.assessment;
    return (value?.groups ?? []).flatMap((group, g) =>
      group.criteria.flatMap(({proof}, c) =>
        proof.flatMap(({page: target, file}, p): Finding[] => {
          const at = (field: 'page' | 'file') =>
            place(['groups', g, 'criteria', c, 'proof', p, field]);
          if (file !== undefined) {
            return isRepositoryFile(path.join(root, file), root)
              ? []
              : [
                  {
                    ...at('file'),
                    found: file,
                    expected: 'the path of a file of the repository',
                    fix: 'correct the path, or name the file that took it over',
                  },
                ];
          }
          const {slug, id} = splitTarget(String(target));
          const page = next.pages.get(slug);
          if (!page) {
            return [
              {
                ...at('page'),
                found: slug,
                expected: `the slug of a page in ${next.folder}/`,
                closest: nearest(slug, next.pages.keys()),
                fix: 'correct the slug',
              },
            ];
          }
          const anchors = anchorsOf(page);
          return id === undefined || anchors.has(id)
            ? []
            : [
                {
                  ...at('page'),
                  found: `${slug}#${id}`,
                  expected: `the id of a heading in ${page.file}`,
                  closest: nearest(id, anchors).map((anchor) => `${slug}#${anchor}`),
                  fix: 'correct the id, or name the page alone',
                },
              ];
        }),
      ),
    );
  },
});
