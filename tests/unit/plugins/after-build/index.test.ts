import fs from 'node:fs';
import path from 'node:path';
import type {LoadedPlugin} from '@docusaurus/types';
import afterBuildPlugin from '../../../../src/plugins/after-build';
import {writePolicy} from '../../../../src/plugins/after-build/server/policy';
import {makeSite, removeSites} from '../../../helpers/site';

afterAll(removeSites);

/** As Docusaurus does: all at once, each asked for its `postBuild` in turn. */
async function postBuild(plugins: LoadedPlugin[], outDir: string): Promise<void> {
  const props = {
    plugins,
    outDir,
    baseUrl: '/',
    siteConfig: {url: 'https://example.org'},
  };
  await Promise.all(plugins.map(async (plugin) => plugin.postBuild?.(props as never)));
}

function slow(name: string, write: () => void): LoadedPlugin {
  return {
    name,
    async postBuild() {
      await new Promise((done) => setImmediate(done));
      write();
    },
  } as unknown as LoadedPlugin;
}

const PAGE = '<!doctype html><html><head><meta charset="UTF-8"></head><body></body></html>';
const own = (): LoadedPlugin =>
  afterBuildPlugin(undefined, undefined, [writePolicy]) as LoadedPlugin;

test('pages that other plugins write late have the policy, too', async () => {
  const outDir = path.join(makeSite({'build/index.html': PAGE}), 'build/');
  const late = path.join(outDir, 'late.html');
  await postBuild(
    [{name: 'none'} as LoadedPlugin, own(), slow('a', () => fs.writeFileSync(late, PAGE))],
    outDir,
  );
  expect(fs.readFileSync(late, 'utf8')).toContain('http-equiv="Content-Security-Policy"');
  expect(fs.readFileSync(path.join(outDir, '_headers'), 'utf8')).toContain('script-src');
  expect(fs.existsSync(`${path.resolve(outDir)}-nginx.conf`)).toBe(true);
});

test('nothing is written where another plugin fails, and the failure is told', async () => {
  const outDir = path.join(makeSite({'build/index.html': PAGE}), 'build');
  const failing = slow('a', () => {
    throw new Error('no disk');
  });
  await expect(postBuild([own(), failing], outDir)).rejects.toThrow('no disk');
  expect(fs.existsSync(path.join(outDir, '_headers'))).toBe(false);
});

test('refuses to come after another', async () => {
  const outDir = path.join(makeSite({'build/index.html': PAGE}), 'build');
  await expect(postBuild([slow('early', () => undefined), own()], outDir)).rejects.toThrow(
    'early is started before it',
  );
});
