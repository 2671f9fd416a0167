/** `npm run icons`: draws the icons of the app in static/img from the logo, in the Chromium that the tests use. */
import fs from 'node:fs';
import path from 'node:path';
import {chromium} from '@playwright/test';

const IMG = path.join(process.cwd(), 'static/img');

/** `logo` is the share of the picture that the logo takes: systems cut the edges of a maskable one off. */
const ICONS = [
  {file: 'icon-192.png', size: 192, logo: 1},
  {file: 'icon-512.png', size: 512, logo: 1},
  {file: 'icon-maskable-512.png', size: 512, logo: 0.75},
];

async function main(): Promise<void> {
  const svg = fs.readFileSync(path.join(IMG, 'logo.svg'), 'utf8');
  const color = /fill="(#[0-9a-f]{6})"/.exec(svg)![1]!;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const {file, size, logo} of ICONS) {
      const page = await browser.newPage({viewport: {width: size, height: size}});
      const ground = logo < 1 ? color : 'transparent';
      await page.setContent(
        `<style>html,body{margin:0;height:100%;background:${ground}}svg{position:absolute;inset:${((1 - logo) / 2) * 100}%;width:${logo * 100}%}</style>${svg}`,
      );
      await page.screenshot({path: path.join(IMG, file), omitBackground: true});
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

void main();
