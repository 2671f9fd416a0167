import fs from 'node:fs';
import path from 'node:path';

const css = fs.readFileSync(path.join(__dirname, '../../src/css/tokens.css'), 'utf8');

/** Custom properties of the first block with this selector. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n  }', start) + 1 || undefined).split('}')[0]!;
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  );
}

test('dark colours are the same with JavaScript and without', () => {
  const chosen = tokensOf("[data-theme='dark']");
  expect(Object.keys(chosen).length).toBeGreaterThan(15);
  expect(tokensOf('html:not([data-theme])')).toMatchObject(chosen);
});
