import fs from 'node:fs';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import machineReadablePlugin from '../../../../src/plugins/machine-readable';
import {makeSite, readFiles, removeSites} from '../../../helpers/site';

afterAll(removeSites);

const PAGE = `<html><head><title>A</title></head><body><article><div class="markdown"><p>Text<sup data-citation><a href="#ref-a">1</a></sup>.</p><ol><li id="ref-a"><span>Ang.</span> <span><a href="https://doi.org/10.1000/a">doi</a></span></li></ol></div></article></body></html>`;

const plugins = [
  {
    name: 'docusaurus-plugin-content-docs',
    content: {
      loadedVersions: [
        {
          versionName: 'current',
          label: 'Draft',
          isLast: true,
          docs: [
            {
              id: 'a',
              title: 'A',
              description: 'One sentence.',
              permalink: '/kb/docs/a/',
              frontMatter: {type: 'use'},
            },
          ],
          sidebars: {reference: [{type: 'doc', id: 'a'}]},
        },
      ],
    },
  },
];

/** Runs the plugin on a built site. @returns the folder of the build */
async function build(files: Record<string, string>): Promise<string> {
  const siteDir = makeSite(files);
  const outDir = path.join(siteDir, 'build');
  const plugin = machineReadablePlugin(
    {
      baseUrl: '/kb/',
      siteDir,
      siteConfig: {title: 'Base', tagline: 'What is known', url: 'https://example.org'},
    } as LoadContext,
    {downloads: [{name: 'References', path: 'references.json', format: 'application/json'}]},
  );
  await plugin.postBuild!({outDir, plugins} as never);
  return outDir;
}

test('every page has its data in its head, and its Markdown beside it', async () => {
  const outDir = await build({
    'build/index.html': '<html><head></head><body></body></html>',
    'build/docs/a/index.html': PAGE,
  });
  expect(Object.keys(readFiles(outDir))).toEqual([
    'docs/a/index.html',
    'docs/a/index.md',
    'index.html',
    'llms.txt',
  ]);
  const read = (file: string): string => fs.readFileSync(path.join(outDir, file), 'utf8');
  expect(read('docs/a/index.html')).toContain(
    '<title>A</title><link rel="alternate" type="text/markdown" href="/kb/docs/a/index.md" data-page><script type="application/ld+json" data-page>',
  );
  expect(read('docs/a/index.html')).toContain('"@id":"https://doi.org/10.1000/a"');
  // What a reader sees stays as it was.
  expect(read('docs/a/index.html').split('</head>')[1]).toBe(PAGE.split('</head>')[1]);
  expect(read('docs/a/index.md')).toContain('url: https://example.org/kb/docs/a/');
  expect(read('docs/a/index.md')).toContain('Text [1].');
  expect(read('index.html')).toContain('"contentUrl":"https://example.org/kb/references.json"');
  expect(read('llms.txt')).toContain(
    '- [A](https://example.org/kb/docs/a/index.md): One sentence.',
  );
});

test('a page that was not built stops it', async () => {
  await expect(
    build({'build/index.html': '<html><head></head><body></body></html>'}),
  ).rejects.toThrow(/ENOENT.*index\.html/);
});
