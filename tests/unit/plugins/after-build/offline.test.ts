import {
  chunksElsewhere,
  offlineManifest,
  workerFor,
} from '../../../../src/plugins/after-build/server/offline';

const FILES: Record<string, string> = {
  'assets/js/main.01234567.js': 'main()',
  'assets/js/runtime~main.01234567.js': 'start()',
  'docs/index.html': '<html><title data-rh=true>A &amp; B | Site</title></html>',
  'index.html': '<html><title>Site</title></html>',
};

function manifest(files: Record<string, string> = FILES) {
  return offlineManifest(Object.keys(files).sort(), (file) => Buffer.from(files[file]!), {
    edition: '2.0',
    pinned: 'docs/2.0/',
  });
}

test('files have the addresses that readers use, and pages their titles', () => {
  const {files, runtime, size, pinned} = manifest();
  expect(files.map(({address, title}) => [address, title])).toEqual([
    ['assets/js/main.01234567.js', undefined],
    ['assets/js/runtime~main.01234567.js', undefined],
    ['docs/', 'A & B'],
    ['', 'Site'],
  ]);
  expect(runtime).toBe('assets/js/runtime~main.01234567.js');
  expect(pinned).toBe('docs/2.0/');
  expect(size.stored).toBe(Object.values(FILES).join('').length);
  expect(files.every(({hash}) => /^[0-9a-f]{16}$/.test(hash))).toBe(true);
});

test('a build has another name exactly when something in it is another', () => {
  expect(manifest().build).toBe(manifest().build);
  expect(manifest({...FILES, 'docs/index.html': '<html></html>'}).build).not.toBe(manifest().build);
});

test('stops where the pages no longer begin with the script that names the build', () => {
  expect(() => manifest({'index.html': ''})).toThrow('runtime~main');
});

test('chunks are left out that only pages elsewhere need', () => {
  const elsewhere = chunksElsewhere(
    {
      '/docs/a-1f2': {__comp: 'page', content: 'a'},
      '/docs/1.0/a-3c4': {__comp: 'page', content: 'olda', nested: {list: ['oldb']}},
    },
    (route) => route === '/docs/a',
  );
  expect([...elsewhere].sort()).toEqual(['olda', 'oldb']);
});

test('the worker knows its build, and is one file', () => {
  const worker = workerFor('0123456789abcdef');
  expect(worker).toContain('0123456789abcdef');
  expect(worker).not.toMatch(/\bimport\b|require\(/);
});
