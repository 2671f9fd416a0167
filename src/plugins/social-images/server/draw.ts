/** Draws the picture that other sites show with a link: section, title, site and edition, 1200 by 630, as a PNG. */
import fs from 'node:fs';
import {Renderer, type Node} from '@takumi-rs/core';

export interface SocialImage {
  /** `Clinical uses · Addiction`, `What’s new`. */
  section: string;
  title: string;
  site: string;
  /** `Edition 1.0 (November 2026)`; of a post, its date. */
  edition: string;
}

export const WIDTH = 1200;
export const HEIGHT = 630;

const FAMILY = 'Source Sans 3';
const WEIGHTS = [400, 600];
/** The latin files lack the letters of some names. */
const SUBSETS = ['latin', 'latin-ext', 'greek'];

/** Loads the fonts once. @returns what draws one picture */
export async function socialImageRenderer(): Promise<(image: SocialImage) => Promise<Buffer>> {
  const renderer = new Renderer();
  for (const weight of WEIGHTS) {
    for (const subset of SUBSETS) {
      const file = require.resolve(
        `@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff2`,
      );
      await renderer.registerFont({name: FAMILY, weight, data: fs.readFileSync(file)});
    }
  }
  return (image) =>
    renderer.render(layout(image), {width: WIDTH, height: HEIGHT, format: 'png', lang: 'en'});
}

function layout({section, title, site, edition}: SocialImage): Node {
  return {
    type: 'container',
    style: {
      width: '100%',
      height: '100%',
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '64px 72px',
      borderTop: '16px solid #0b5a78',
      backgroundColor: '#ffffff',
      color: '#1b2429',
      fontFamily: `"${FAMILY}"`,
    },
    children: [
      text(section, {fontSize: 34, fontWeight: 600, color: '#0b5a78'}),
      // Four lines at the smaller size hold the longest title that a post may have.
      text(title, {
        fontSize: title.length > 60 ? 58 : 72,
        fontWeight: 600,
        lineHeight: 1.15,
        lineClamp: 4,
      }),
      {
        type: 'container',
        style: {
          display: 'flex',
          justifyContent: 'space-between',
          fontSize: 32,
          color: '#55636b',
        },
        children: [text(site, {}), text(edition, {})],
      },
    ],
  };
}

function text(value: string, style: Node['style']): Node {
  return {type: 'text', text: value, style};
}
