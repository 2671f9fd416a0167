/** The picture that other sites show with a link to a page: where it is, for the pages that have one of their own. */
import path from 'node:path';
import type {ParseFrontMatter} from '@docusaurus/types';
import {pagePath, slugOf} from '../evidence/pages';
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

/** Gives pages their picture as front matter `image`, unless they name one, so that Docusaurus puts it into the head. */
export function frontMatterWithImage(root: string, latest: Edition | undefined): ParseFrontMatter {
  return async (params) => {
    const parsed = await params.defaultParseFrontMatter(params);
    const image = socialImagePath(params.filePath, root, latest, parsed.frontMatter.slug);
    return image === undefined ? parsed : {...parsed, frontMatter: {image, ...parsed.frontMatter}};
  };
}
