import {footer} from '../../../src/site/footer';

function addresses(repository: string | undefined, slugs: string[]): string[] {
  return (footer(repository, new Set(slugs)).links ?? [])
    .flatMap((column) =>
      'items' in column ? (column.items as {to?: string; href?: string}[]) : [],
    )
    .map(({to, href}) => to ?? href ?? '');
}

test('links the pages on trust once the latest edition has them', () => {
  expect(addresses(undefined, [])).not.toContain('/docs/about/accuracy/');
  expect(
    addresses(undefined, [
      'about/accuracy',
      'about/how-this-was-written',
      'about/self-assessment',
    ]).filter((address) => /accuracy|written|assessment/.test(address)),
  ).toEqual([
    '/docs/about/how-this-was-written/',
    '/docs/about/accuracy/',
    '/docs/about/self-assessment/',
  ]);
});

test('links the source code only where its address is known', () => {
  expect(addresses('https://example.org/kb', [])).toContain('https://example.org/kb');
  expect(addresses(undefined, []).filter((address) => address.startsWith('https:'))).toEqual([]);
});
