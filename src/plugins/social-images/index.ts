import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {dateText} from '../../components/DateText/date-text';
import {readEditions} from '../../site/editions';
import {publishedPages, type PublishedPage} from '../../site/published-pages';
import {SOCIAL_IMAGE} from '../../site/social-image';
import {socialImageRenderer, type SocialImage} from './server/draw';

/**
 * Draws `social.png` beside the pages of the latest edition and the posts. Their heads name it through the front matter
 * that src/site/social-image.ts gives them; all other pages show static/img/social.png.
 */
export default function socialImagesPlugin({baseUrl, siteConfig, siteDir}: LoadContext): Plugin {
  return {
    name: 'social-images',
    async postBuild({outDir, plugins}) {
      const draw = await socialImageRenderer();
      const pages = publishedPages(plugins, readEditions(siteDir)).filter(
        ({edition}) => !edition || edition.isLatest,
      );
      await Promise.all(
        pages.map(async (page) => {
          const png = await draw(contentOf(page, siteConfig.title));
          fs.writeFileSync(path.join(outDir, page.path.slice(baseUrl.length), SOCIAL_IMAGE), png);
        }),
      );
    },
  };
}

/** What the picture of a page says. */
export function contentOf(
  {title, section, edition, date}: PublishedPage,
  site: string,
): SocialImage {
  return edition
    ? {
        section: section.map(({name}) => name).join(' · ') || 'Reference',
        title,
        site,
        edition: `Edition ${edition.label}`,
      }
    : {section: 'What’s new', title, site, edition: date ? dateText(date) : ''};
}
