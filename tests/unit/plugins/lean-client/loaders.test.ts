import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Loader = (this: object, source: string) => string;

function load(name: string): Loader {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaders are CommonJS, as the bundler runs them
  return require(`../../../../src/plugins/lean-client/${name}.cjs`) as Loader;
}

const COMPILED = `
export const frontMatter = {
	title: 'Bladder',
	keywords: ['cystitis'],
	at_a_glance: {
		what: 'Only for the build'
	}
};
export const contentTitle = undefined;
export {default as metadata} from '@site/.docusaurus/site-docs-bladder.json'
export const assets = {

};
export const toc = [{"value": "Signs", "id": "signs", "level": 2}];
function _createMdxContent(props) {
  return _jsx("p", {children: "The text"});
}
export default function MDXContent(props = {}) {
  return _createMdxContent(props);
}
`;

describe('a page without its text', () => {
  const bodyLoader = load('body-loader');

  test('keeps metadata, contents list and the front matter that the theme reads', () => {
    const code = bodyLoader.call({resourcePath: 'bladder.mdx'}, COMPILED);
    expect(code).toContain(`export const frontMatter = {"keywords":["cystitis"]}`);
    expect(code).toContain(`"id": "signs"`);
    expect(code).toContain(`export const bodyAt = data.permalink`);
    expect(code).not.toContain('Only for the build');
    // Nothing exports the text, so the bundler drops it.
    expect(code.match(/export default \w+ \w+/g)).toEqual(['export default function Body']);
  });

  test.each([
    'export default function MDXContent(',
    'export {default as metadata}',
    'contentTitle',
  ])('stops the build where the compiled page has no "%s"', (part) => {
    expect(() =>
      bodyLoader.call({resourcePath: 'bladder.mdx'}, COMPILED.replace(part, 'other')),
    ).toThrow(/bladder\.mdx: no .* has Docusaurus changed what it writes\?/);
  });
});

test('metadata keep what the theme reads', () => {
  const metadata = {id: 'bladder', frontMatter: {image: 'a.png', related: ['monitoring']}};
  expect(JSON.parse(load('metadata-loader').call({}, JSON.stringify(metadata)))).toEqual({
    id: 'bladder',
    frontMatter: {image: 'a.png'},
  });
});

test('props of an edition go without titles of its pages, and its sidebar without what goes without saying', () => {
  const props = load('props-loader');
  const item = {type: 'link', href: '/docs/', label: 'Introduction', docId: 'index'};
  const hidden = {type: 'link', href: '/docs/x', label: 'X', docId: 'x', unlisted: true};
  const version = {
    version: '2.0',
    docsSidebars: {reference: [{...item, unlisted: false}, hidden]},
    docs: {bladder: {title: 'Bladder'}},
  };
  expect(JSON.parse(props.call({}, JSON.stringify({version})))).toEqual({
    version: {
      version: '2.0',
      docsSidebars: {
        reference: [
          {...item, docId: 1},
          {...hidden, docId: 1},
        ],
      },
      docs: {},
    },
  });
  expect(JSON.parse(props.call({}, '{"items":[1]}'))).toEqual({items: [1]});
});

test('the configuration goes without what the build alone reads', () => {
  const config = load('config-loader');
  const source =
    '/* made */\nexport default {\n  "title": "T",\n  "presets": [["classic", {}]]\n};\n';
  expect(config.call({resourcePath: 'c.mjs'}, source)).toBe('export default {"title":"T"};\n');
  expect(
    config.call(
      {resourcePath: 'c.mjs'},
      'export default {"themeConfig": {"footer": {}, "docs": 1}};',
    ),
  ).toBe('export default {"themeConfig":{"docs":1}};\n');
  expect(() => config.call({resourcePath: 'c.mjs'}, 'module.exports = {}')).toThrow('c.mjs');
});

describe('routes', () => {
  const generatedFilesDir = fs.mkdtempSync(path.join(os.tmpdir(), 'manifest-'));
  afterAll(() => fs.rmSync(generatedFilesDir, {recursive: true}));

  const files = {
    'routes.js': `import React from 'react';
import ComponentCreator from '@docusaurus/ComponentCreator';

export default [
  {
    path: '/docs',
    component: ComponentCreator('/docs', 'aaa'),
    routes: [
      {
        path: '/docs/1.0',
        component: ComponentCreator('/docs/1.0', 'bbb'),
        routes: [
          {path: '/docs/1.0/safety/bladder/', component: ComponentCreator('/docs/1.0/safety/bladder/', 'ccc'), exact: true, sidebar: "reference"}
        ]
      },
      {path: '/docs/safety/bladder/', component: ComponentCreator('/docs/safety/bladder/', 'ddd'), exact: true, sidebar: "reference"}
    ]
  },
  {
    path: '/blog/',
    component: ComponentCreator('/blog/', 'eee'),
    exact: true
  },
  {
    path: '/blog/elekt-d/',
    component: ComponentCreator('/blog/elekt-d/', 'fff'),
    exact: true
  },
  {
    path: '*',
    component: ComponentCreator('*'),
  },
];
`,
    'registry.js': `export default {
  "0001": [() => import(/* webpackChunkName: "0001" */ "@site/versioned_docs/version-1.0/safety/bladder.mdx"), "@site/versioned_docs/version-1.0/safety/bladder.mdx", require.resolveWeak("@site/versioned_docs/version-1.0/safety/bladder.mdx")],
  "0002": [() => import(/* webpackChunkName: "0002" */ "@site/versioned_docs/version-2.0/safety/bladder.mdx"), "@site/versioned_docs/version-2.0/safety/bladder.mdx", require.resolveWeak("@site/versioned_docs/version-2.0/safety/bladder.mdx")],
  "0003": [() => import(/* webpackChunkName: "0003" */ "@theme/DocItem"), "@theme/DocItem", require.resolveWeak("@theme/DocItem")],
  "0004": [() => import(/* webpackChunkName: "0004" */ "@theme/BlogListPage"), "@theme/BlogListPage", require.resolveWeak("@theme/BlogListPage")],};
`,
    'routesChunkNames.json': JSON.stringify({
      '/docs-aaa': {__comp: '0003'},
      '/docs/1.0-bbb': {__comp: '0003'},
      '/docs/1.0/safety/bladder/-ccc': {__comp: '0003', content: '0001'},
      '/docs/safety/bladder/-ddd': {__comp: '0003', content: '0002'},
      '/blog/-eee': {__comp: '0004'},
      '/blog/elekt-d/-fff': {__comp: '0004'},
    }),
  };
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(generatedFilesDir, name), text);
  }
  const run = (file: string, resourceQuery = '') =>
    load('manifest-loader').call(
      {
        resourcePath: path.join(generatedFilesDir, file),
        resourceQuery,
        getOptions: () => ({parts: ['/docs/1.0', '/blog'], generatedFilesDir}),
        addDependency: () => undefined,
      },
      '',
    );

  test('hold the latest edition, with the chunks of its pages', () => {
    const code = run('routes.js');
    expect(code).toContain(
      'r("/docs/safety/bladder/", {"__comp":"2","content":"1"}, {"exact": true, "sidebar": "reference"})',
    );
    expect(code).toContain('r("*", undefined, {})');
    expect(run('routesChunkNames.json')).toBe('{}');
    const registry = run('registry.js');
    expect(registry).toContain('"1": [() => import(/* webpackChunkName: "0002" */');
    expect(registry).toContain('"2": [() => import(/* webpackChunkName: "docs" */');
    expect(registry).not.toMatch(/version-1\.0|BlogListPage/);
  });

  test('load another edition when it is asked for, into the routes that it is among', () => {
    const code = run('routes.js');
    expect(code).not.toContain('r("/docs/1.0');
    expect(code).toContain(
      `import(/* webpackChunkName: "part-docs-1-0" */ '@generated/routes?part=/docs/1.0')`,
    );
    expect(code).toContain('"/docs/1.0":"/docs"');
    const added = run('routes.js', '?part=/docs/1.0');
    expect(added).toContain('r("/docs/1.0", {"__comp":"2"}');
    expect(added).toContain('r("/docs/1.0/safety/bladder/", {"__comp":"2","content":"0"}');
    // Pages of a section share one chunk.
    expect(added).toContain('webpackChunkName: "part-docs-1-0-safety"');
    expect(added).not.toContain('"1"');
  });

  test('hold one route in place of a part at the top', () => {
    const code = run('routes.js');
    expect(code.match(/part\("\/blog"\)/g)).toHaveLength(1);
    expect(code).toContain('"/blog":"/blog"');
    expect(code).not.toContain('elekt-d');
    const added = run('routes.js', '?part=/blog');
    expect(added).toContain('r("/blog/elekt-d/", {"__comp":"3"}');
    expect(added).not.toContain('docs');
  });

  test('stop the build where a chunk is not found', () => {
    const read = fs.readFileSync(path.join(generatedFilesDir, 'registry.js'), 'utf8');
    fs.writeFileSync(
      path.join(generatedFilesDir, 'registry.js'),
      read.replace(/^ {2}"0002".*\n/m, ''),
    );
    expect(() => run('routes.js')).toThrow('chunk 0002 not found');
  });
});
