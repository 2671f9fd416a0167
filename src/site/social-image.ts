/** The picture that other sites show with a link to a page: where it is, for the pages that have one of their own. */
import path from 'node:path';
import type {ParseFrontMatter} from '@docusaurus/types';
import {OTHER_LANGUAGE} from '../evidence/matter';
import {pagePath, slugOf} from '../evidence/pages';
import {stopOnProblems} from '../lint/report';
import {editionDir, type Edition} from './editions';

export const SOCIAL_IMAGE = 'social.png';

/**
 * Path below the base of the picture of a page of the latest edition, or of a post; undefined for other pages, which
 * show the site's own.
 * @param slug of a post
 */
export function socialImagePath(
  file: string,
  root: string,
  latest: Edition | undefined,
  slug: unknown,
): string | undefined {
  const docsDir = latest ? editionDir(root, latest.edition) : path.join(root, 'docs');
  if (file.startsWith(docsDir + path.sep)) {
    return `/docs/${pagePath(slugOf(file, docsDir))}${SOCIAL_IMAGE}`;
  }
  return file.startsWith(path.join(root, 'blog') + path.sep) && typeof slug === 'string'
    ? `/blog/${slug}/${SOCIAL_IMAGE}`
    : undefined;
}

/**
 * Gives pages their picture as front matter `image`, unless they name one, so that Docusaurus puts it into the head.
 * Refuses front matter in another language than YAML, which Docusaurus would run as a program.
 */
export function frontMatterWithImage(root: string, latest: Edition | undefined): ParseFrontMatter {
  return async (params) => {
    const other = OTHER_LANGUAGE.exec(params.fileContent)?.groups?.language;
    if (other !== undefined) {
      stopOnProblems([
        {
          file: path.relative(root, params.filePath).split(path.sep).join('/'),
          line: 1,
          column: 4,
          rule: 'front-matter/language',
          found: other.trim(),
          expected: 'nothing after the three hyphens: front matter is YAML',
          help: 'Front matter in another language would be run as a program.',
        },
      ]);
    }
    const parsed = await params
      .defaultParseFrontMatter(params)
      .catch((error: unknown) => stopOnSyntax(error, params.filePath, root));
    const image = socialImagePath(params.filePath, root, latest, parsed.frontMatter.slug);
    return image === undefined ? parsed : {...parsed, frontMatter: {image, ...parsed.frontMatter}};
  };
}

/** Says where the YAML breaks in the words of the checks: the parser's own error is a page of internals in a terminal. */
function stopOnSyntax(error: unknown, filePath: string, root: string): never {
  const {reason, mark} = error as {reason?: string; mark?: {line: number; column: number}};
  if (reason !== undefined && mark) {
    stopOnProblems([
      {
        file: path.relative(root, filePath).split(path.sep).join('/'),
        // Counted from 0, with the line of hyphens.
        line: mark.line + 1,
        column: mark.column + 1,
        rule: 'front-matter/syntax',
        found: reason,
        expected: 'YAML',
        fix: 'look at this line and the one before it; quote strings that hold ": " or begin with [ { " or @',
      },
    ]);
  }
  throw error;
}
