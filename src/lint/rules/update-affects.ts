import {defineDocumentRule, type Finding} from '../rule';
import {missingTarget} from '../targets';

export const updateAffects = defineDocumentRule({
  id: 'update/affects',
  title: 'Pages that a post affects exist in the draft',
  why: 'The post links them, and they link the post: a reader of either must find the other.',
  scope: 'next',
  check({file, kind, rawFrontMatter, frontMatterPlace}, content) {
    const {affects} = rawFrontMatter;
    if (kind !== 'post' || !Array.isArray(affects)) {
      return [];
    }
    return affects.flatMap((target: unknown, i): Finding[] => {
      const missing =
        typeof target === 'string' ? missingTarget(target, content.next, content) : undefined;
      return missing ? [{file, ...frontMatterPlace(['affects', i]), ...missing}] : [];
    });
  },
});
