import {splitTarget} from '../../evidence/moves';
import {nearest} from '../../evidence/nearest';
import {anchorsOf} from '../links';
import {defineDocumentRule, type Finding} from '../rule';

export const updateAffects = defineDocumentRule({
  id: 'update/affects',
  title: 'Pages that a post affects exist in the draft',
  why: 'The post links them, and they link the post: a reader of either must find the other.',
  scope: 'next',
  check({file, kind, rawFrontMatter, frontMatterPlace}, {next, moves}) {
    const {affects} = rawFrontMatter;
    if (kind !== 'post' || !Array.isArray(affects)) {
      return [];
    }
    return affects.flatMap((target: unknown, i): Finding[] => {
      if (typeof target !== 'string') {
        return [];
      }
      const place = {file, ...frontMatterPlace(['affects', i])};
      const moved = moves.moves.find(({from}) => from === target);
      const {slug, id} = splitTarget(target);
      const page = next.pages.get(slug);
      if (!page) {
        return [
          {
            ...place,
            found: target,
            expected: `the slug of a page in ${next.folder}/`,
            closest: moved ? [moved.to] : nearest(slug, next.pages.keys()),
            fix: moved ? `write ${moved.to}, where it moved` : 'correct the slug, or remove it',
          },
        ];
      }
      const anchors = anchorsOf(page);
      return id === undefined || anchors.has(id)
        ? []
        : [
            {
              ...place,
              found: target,
              expected: `the id of a heading in ${page.file}`,
              closest: moved
                ? [moved.to]
                : nearest(id, anchors).map((anchor) => `${slug}#${anchor}`),
              fix: moved
                ? `write ${moved.to}, where it moved`
                : 'correct the id, or name the page alone',
            },
          ];
    });
  },
});
