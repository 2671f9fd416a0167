import path from 'node:path';
import {editionTexts} from '../../../src/editions/texts';
import {dataYml, term} from '../../helpers/data';
import {makeSite, removeSites, writeFiles} from '../../helpers/site';

afterAll(removeSites);

const PAGE = `---
title: Monitoring
type: harm
at_a_glance:
  what: "*Blood* pressure rises [@a2020]."
  certainty: low
---
The answer
is here [@a2020].

## Vital signs {/* #vital-signs */}

- Watch **pressure**
- Watch [saturation](other.mdx)
  - every 10 min

### Table {/* #table */}

| a | b |
|---|---|
| 1 | \`2\` |

<Figure id="harms" />

{/* not shown */}
`;

test('a page as lines of plain text, section by section', () => {
  const root = makeSite({'docs/safety/monitoring.mdx': PAGE, 'docs/_evidence/x.mdx': 'no page'});
  expect([...editionTexts(path.join(root, 'docs')).values()]).toEqual([
    {
      slug: 'safety/monitoring',
      title: 'Monitoring',
      sections: [
        {id: '', title: 'Introduction', lines: ['The answer is here [@a2020].']},
        {
          id: 'at-a-glance',
          title: 'At a glance',
          lines: ['What: Blood pressure rises [@a2020].', 'Certainty: low'],
        },
        {
          id: 'vital-signs',
          title: 'Vital signs',
          lines: ['• Watch pressure', '• Watch saturation', '• every 10 min'],
        },
        {id: 'table', title: 'Table', lines: ['a | b', '1 | 2', '[Figure harms]']},
      ],
      ids: ['at-a-glance', 'vital-signs', 'table'],
    },
  ]);
});

test('a changed file is read again', () => {
  const root = makeSite({'docs/a.mdx': '---\ntitle: A\n---\nOne.\n'});
  const dir = path.join(root, 'docs');
  expect(editionTexts(dir).get('a')!.sections[0]!.lines).toEqual(['One.']);
  writeFiles(root, {'docs/b.mdx': '---\ntitle: B\n---\nTwo.\n'});
  expect([...editionTexts(dir).keys()]).toEqual(['a', 'b']);
});

test('while the site is built, files are not looked at again for each page', () => {
  const root = makeSite({'docs/a.mdx': '---\ntitle: A\n---\nOne.\n'});
  const dir = path.join(root, 'docs');
  const texts = editionTexts(dir);
  writeFiles(root, {'docs/b.mdx': '---\ntitle: B\n---\nTwo.\n'});
  const env = jest.replaceProperty(process, 'env', {...process.env, NODE_ENV: 'production'});
  expect(editionTexts(dir)).toBe(texts);
  env.restore();
  expect([...editionTexts(dir).keys()]).toEqual(['a', 'b']);
});

test('entries of data that a page shows can be linked at', () => {
  const root = makeSite({
    'docs/reference/glossary.mdx': '---\ntitle: Glossary\n---\nText.\n\n<Glossary />\n',
    'docs/_evidence/vocabulary.yml': dataYml(term('ketamine')),
  });
  const [page] = [...editionTexts(path.join(root, 'docs')).values()];
  expect(page!.ids).toContain('ketamine');
  expect(page!.sections).toHaveLength(1);
});
