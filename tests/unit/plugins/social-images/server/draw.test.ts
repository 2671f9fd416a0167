import {
  HEIGHT,
  socialImageRenderer,
  WIDTH,
  type SocialImage,
} from '../../../../../src/plugins/social-images/server/draw';

const image: SocialImage = {
  section: 'Safety',
  title: 'Blood pressure and heart',
  site: 'Ketamine Knowledge Base',
  edition: 'Edition 1.0 (November 2026)',
};

let draw: Awaited<ReturnType<typeof socialImageRenderer>>;
beforeAll(async () => {
  draw = await socialImageRenderer();
});

test('a PNG of the size that platforms ask for, small enough to be sent', async () => {
  const png = await draw(image);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([WIDTH, HEIGHT]);
  expect(png.length).toBeLessThan(100_000);
});

test('the same every time', async () => {
  expect((await draw(image)).equals(await draw(image))).toBe(true);
});

test.each(['section', 'title', 'site', 'edition'] as const)('shows its %s', async (field) => {
  const other = await draw({...image, [field]: 'Something else'});
  expect(other.equals(await draw(image))).toBe(false);
});

test.each([
  ['names that are not English', 'Łő', 'Šű'],
  ['Greek', 'α', 'μ'],
])('has the letters of %s', async (_, one, other) => {
  // Letters that the fonts lack would all be drawn as the same box.
  const first = await draw({...image, title: one});
  expect(first.equals(await draw({...image, title: other}))).toBe(false);
});
