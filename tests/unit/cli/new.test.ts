/** `npm run new`, from its arguments to the files: what is written passes the checks but for what is left to write. */
import fs from 'node:fs';
import path from 'node:path';
import {run, type NewOptions} from '../../../src/cli/new';
import {PAGE_TYPES} from '../../../src/evidence/front-matter';
import {checkContent} from '../../../src/lint/run';
import {makeSite, readFiles, removeSites, type Files} from '../../helpers/site';

afterAll(removeSites);

const REPOSITORY = path.join(__dirname, '../../..');
const IMPORT = path.join(REPOSITORY, 'tests/fixtures/import');
const TEMPLATES = Object.fromEntries(
  Object.entries(readFiles(path.join(REPOSITORY, 'docs/_templates'))).map(([name, text]) => [
    `docs/_templates/${name}`,
    text,
  ]),
);
const SOUND: Record<string, string> = {
  ...readFiles(path.join(REPOSITORY, 'tests/fixtures/lint/_base')),
  ...TEMPLATES,
};
const REFERENCES = 'docs/_evidence/references.yml';

const noFetch: typeof fetch = () => {
  throw new Error('nothing may be fetched here');
};

async function start(
  args: string[],
  options: Partial<NewOptions> & {files?: Files} = {},
): Promise<{code: number; said: string; changed: Record<string, string>; root: string}> {
  const {files = {}, ...rest} = options;
  const root = makeSite({...SOUND, ...files});
  const before = readFiles(root);
  const lines: string[] = [];
  const code = await run(args, {
    root,
    say: (...said) => lines.push(said.join(' ')),
    fetch: noFetch,
    today: '2026-12-01',
    ...rest,
  });
  const changed = Object.fromEntries(
    Object.entries(readFiles(root)).filter(([name, text]) => before[name] !== text),
  );
  return {code, said: lines.join('\n'), changed, root};
}

/** The rules that a site breaks, each once. */
function rulesBroken(root: string): string[] {
  return [...new Set(checkContent(root).problems.map(({rule}) => rule))].sort();
}

/** Answers in order; a question too many fails the test. */
function answering(...answers: string[]) {
  const questions: string[] = [];
  const ask = (question: string): Promise<string> => {
    questions.push(question);
    const answer = answers.shift();
    return answer === undefined
      ? Promise.reject(new Error(`not expected: ${question}`))
      : Promise.resolve(answer);
  };
  return {ask, questions};
}

describe('a page', () => {
  const flags = (type: string) => [
    'page',
    '--type',
    type,
    '--slug',
    'safety/sleep',
    '--title',
    'Sleep: a page',
  ];

  test.each(PAGE_TYPES)('of type %s breaks no rule but for what is left to write', async (type) => {
    const {code, changed, root} = await start(flags(type));
    expect({code, files: Object.keys(changed)}).toEqual({
      code: 0,
      files: ['docs/safety/sleep.mdx'],
    });
    const {problems} = checkContent(root);
    expect([...new Set(problems.map(({rule}) => rule))].sort()).toEqual([
      'content/unwritten',
      'front-matter/schema',
    ]);
    // A field that the schema asks for is empty: nothing was put there that somebody could take for true.
    for (const {rule, found} of problems) {
      expect(rule === 'content/unwritten' || /^no |: (null|\[\])$/.test(found)).toBe(true);
    }
  });

  test('stands last in its folder, with its neighbors as related pages', async () => {
    const {changed, said} = await start([...flags('topic'), '--label', 'Sleep']);
    expect(changed['docs/safety/sleep.mdx']).toMatch(
      /^---\ntitle: "?Sleep: a page"?\nsidebar_label: Sleep\nsidebar_position: 1\n/,
    );
    expect(changed['docs/safety/sleep.mdx']).toContain('related:\n  - safety/monitoring\n');
    expect(said).toMatch(
      /^docs\/safety\/sleep\.mdx: what is left to write is marked WRITE: \(lines 5, /,
    );
  });

  test.each([
    ['an address that exists', 'safety/monitoring', /docs\/safety\/monitoring\.mdx exists/],
    [
      'a folder that does not exist',
      'safty/sleep',
      /docs\/safty\/ does not exist \(closest: safety/,
    ],
    ['a way out of the repository', '../sleep', /lower-case words with hyphens/],
  ])('is refused at %s, and nothing is written', async (_, slug, reason) => {
    const {code, said, changed} = await start([
      'page',
      '--type',
      'use',
      '--slug',
      slug,
      '--title',
      'A',
    ]);
    expect({code, changed}).toEqual({code: 1, changed: {}});
    expect(said).toMatch(reason);
  });

  test('is refused at an address that was published and moved', async () => {
    const {code, said} = await start(flags('use'), {
      files: {
        'docs/_moves.yml':
          "- from: safety/sleep\n  to: safety/monitoring\n  since: '2.0'\n  reason: Joined.\n",
      },
    });
    expect(code).toBe(1);
    expect(said).toContain('now leads to safety/monitoring: an address is never used again');
  });

  test('names everything that is missing or wrong at once', async () => {
    const {said, changed} = await start(['page', '--type', 'usage']);
    expect(said).toMatchInlineSnapshot(`
      "--type "usage": one of use, harm, topic, reference, about; closest: use
      --slug is missing: Address under docs/, such as safety/sleep
      --title is missing: Title"
    `);
    expect(changed).toEqual({});
  });

  test('is asked for in a terminal, again until the answer will do', async () => {
    const {ask, questions} = answering('usage', 'use', 'safety/sleep', 'Sleep', '', '');
    const {code, changed} = await start(['page'], {ask});
    expect(code).toBe(0);
    expect(Object.keys(changed)).toEqual(['docs/safety/sleep.mdx']);
    expect(questions[1]).toMatch(/^ {2}one of use, .*\nWhat kind of page/);
  });
});

test('an update breaks no rule but for what is left to write', async () => {
  const {code, changed, root} = await start([
    'update',
    '--title',
    'A trial of hiccups is out',
    '--cite',
    'base2020',
    '--event',
    '2026-11',
    '--affects',
    'safety/monitoring#vital-signs',
  ]);
  expect(code).toBe(0);
  expect(Object.keys(changed)).toEqual(['blog/2026-12-01-a-trial-of-hiccups-is-out.mdx']);
  expect(Object.values(changed)[0]).toContain('stand alone [@base2020].\n\n{/* truncate */}');
  expect(Object.values(changed)[0]).toContain("event_date: '2026-11'\n");
  expect(rulesBroken(root)).toEqual(['content/unwritten', 'update/length']);
});

test('an update is refused where it cites or affects what is not there', async () => {
  const {said, changed} = await start([
    'update',
    '--title',
    'A',
    '--cite',
    'base2002',
    '--affects',
    'safety/monitor',
  ]);
  expect(said).toMatch(
    /--cite "base2002": base2002 is no key of references\.yml; closest: base2020/,
  );
  expect(said).toMatch(
    /--affects "safety\/monitor": safety\/monitor is no page of docs\/; closest: safety\/monitoring/,
  );
  expect(changed).toEqual({});
});

describe('a study', () => {
  const paper = `${SOUND[REFERENCES]}- id: third2022
  type: article-journal
  title: The third
  PMID: "3"
  kind: rct
  verified: abstract
`;

  test('breaks no rule but for what is left to write; its design is what the reference says', async () => {
    const {code, changed, root} = await start(['study', '--refs', 'third2022'], {
      files: {[REFERENCES]: paper},
    });
    expect(code).toBe(0);
    expect(Object.keys(changed)).toEqual(['docs/_evidence/studies/third2022.yml']);
    expect(changed['docs/_evidence/studies/third2022.yml']).toMatch(
      /^id: third2022\n[^]*\ndesign: rct/,
    );
    expect(rulesBroken(root)).toEqual(['content/unwritten', 'study/schema']);
  });

  test('is refused where another record has the paper', async () => {
    const {code, said} = await start(['study', '--refs', 'study2021']);
    expect(code).toBe(1);
    expect(said).toMatch(/study2021 is a paper of the study base: add to its record/);
  });
});

describe('a term', () => {
  const flags = ['term', '--term', 'zest', '--category', 'effect', '--abbreviations', 'ZE, Z'];

  test('goes in its place; without a definition, that is left to write', async () => {
    const {changed, root, said} = await start(flags);
    const file = 'docs/_evidence/vocabulary.yml';
    expect(changed[file]).toContain(`- id: zest
  term: zest
  category: effect
  definition: "WRITE: one or two plain sentences"
  abbreviations:
    - ZE
    - Z
  page: reference/glossary
`);
    expect(said).toContain('Its definition is left to write.');
    expect(rulesBroken(root)).toContain('content/unwritten');
  });

  test('is refused where another term has the name', async () => {
    const {term} = {term: /term: (.+)/.exec(SOUND['docs/_evidence/vocabulary.yml']!)![1]!};
    const {code, said} = await start(['term', '--term', term.toUpperCase(), '--category', 'drug']);
    expect(code).toBe(1);
    expect(said).toMatch(/has that name: add to its record/);
  });
});

describe('a reference', () => {
  const known = ['--kind', 'rct', '--verified', 'abstract'];
  const answer =
    (body: string, status = 200): typeof fetch =>
    () =>
      Promise.resolve(new Response(body, {status}));
  const record = fs.readFileSync(path.join(IMPORT, 'doi.json'), 'utf8');

  test('comes from its DOI, in its place, and waits to be cited', async () => {
    const asked: string[] = [];
    const {code, changed, root} = await start(
      ['reference', 'https://doi.org/10.1000/hiccup.2021', ...known],
      {
        fetch: (url) => {
          asked.push(String(url));
          return answer(record)('');
        },
      },
    );
    expect(code).toBe(0);
    expect(asked).toEqual(['https://doi.org/10.1000/hiccup.2021']);
    expect(changed[REFERENCES]).toContain(`- id: smith2021
  type: article-journal
  title: "Ketamine for hiccups: a randomized trial"
  author:
    - family: Smith
      given: Ana
    - literal: The HICCUP Group
  container-title: The Lancet
  volume: "397"
  issue: "4"
  page: 10-20
  issued:
    date-parts:
      - - 2021
        - 3
  DOI: 10.1000/hiccup.2021
  kind: rct
  verified: abstract
`);
    expect(rulesBroken(root)).toEqual(['cite/uncited-reference']);
  });

  test('comes from PubMed', async () => {
    const pubmed = JSON.stringify({...JSON.parse(record), PMID: '31000001', PMCID: 'PMC1'});
    const {changed} = await start(['reference', '--pmid', '31000001', ...known], {
      fetch: answer(pubmed),
    });
    expect(changed[REFERENCES]).toMatch(/ {2}PMID: "31000001"\n {2}PMCID: PMC1\n/);
  });

  test.each([
    [
      'there is no network',
      () =>
        Promise.reject(
          new TypeError('fetch failed', {cause: new Error('getaddrinfo ENOTFOUND doi.org')}),
        ),
      /^doi\.org cannot be reached \(getaddrinfo ENOTFOUND doi\.org\)\. Nothing was written\. .*--from FILE$/,
    ],
    [
      'nobody knows the DOI',
      answer('not found', 404),
      /does not know the DOI 10\.1000\/hiccup\.2021/,
    ],
    ['the server fails', answer('', 503), /answered 503/],
    ['a page comes instead', answer('<html></html>'), /something else than a record/],
    ['nothing comes', answer('null'), /something else than a record/],
    [
      'another record comes',
      answer(record.replaceAll('10.1000/hiccup.2021', '10.1000/other')),
      /another record \(10\.1000\/other\)/,
    ],
  ] as [string, typeof fetch, RegExp][])('is refused when %s', async (_, get, reason) => {
    const {code, said, changed} = await start(
      ['reference', '--doi', '10.1000/hiccup.2021', ...known],
      {fetch: get},
    );
    expect({code, changed}).toEqual({code: 1, changed: {}});
    expect(said).toMatch(reason);
  });

  test('is never written without its kind and how it was seen', async () => {
    const {said, changed} = await start(['reference', '--from', path.join(IMPORT, 'doi.json')]);
    expect(said).toMatch(/--kind is missing: What the source is \(rct, /);
    expect(said).toMatch(/--verified is missing: How you saw it \(full-text, /);
    expect(changed).toEqual({});
  });

  test('asks for them in a terminal, for each record of a file', async () => {
    const {ask, questions} = answering('', 'cohort', 'abstract', '', '', 'cohort', 'full-text', '');
    const {code, changed} = await start(['reference', '--from', path.join(IMPORT, 'endnote.ris')], {
      ask,
    });
    expect(code).toBe(0);
    expect(questions[0]).toBe('Key of Esketamine and sleep: a cohort study [doe2020]: ');
    expect(changed[REFERENCES]).toMatch(/- id: doe2020\n[^]*- id: doe2020b\n/);
  });

  test.each([
    ['zotero.bib', ['agencyforexamples2024', 'smithjones2021']],
    ['endnote.ris', ['doe2020', 'doe2020b']],
    ['csl.json', ['lodz2019']],
  ])(
    'comes from %s, every record of it, and what is written passes the schema',
    async (name, keys) => {
      const {code, changed, root} = await start([
        'reference',
        '--from',
        path.join(IMPORT, name),
        ...known,
      ]);
      expect(code).toBe(0);
      for (const key of keys) {
        expect(changed[REFERENCES]).toContain(`- id: ${key}\n`);
      }
      expect(rulesBroken(root)).toEqual(['cite/uncited-reference']);
    },
  );

  describe('that is there already', () => {
    const file = path.join(IMPORT, 'zotero.bib');
    const files = {
      [REFERENCES]: `${SOUND[REFERENCES]}- id: there2021
  type: article-journal
  title: Under another title
  DOI: 10.1000/HICCUP.2021
  kind: rct
  verified: abstract
`,
    };

    test('stops the whole file, with an answer for each record', async () => {
      const {code, said, changed} = await start(['reference', '--from', file, ...known], {files});
      expect({code, changed}).toEqual({code: 1, changed: {}});
      expect(said.replaceAll(IMPORT, '')).toMatchInlineSnapshot(`
        "/zotero.bib:3: Ketamine for Hiccups: a randomized trial
          there already, there2021 has the same DOI
        /zotero.bib:17: Ketamine in hospitals & clinics
          new

        Nothing was written: 1 of 2 records refused.
        With --skip-duplicates the others are written."
      `);
    });

    test('can be left out', async () => {
      const {code, changed} = await start(
        ['reference', '--from', file, ...known, '--skip-duplicates'],
        {files},
      );
      expect(code).toBe(0);
      expect(changed[REFERENCES]).toContain('- id: agencyforexamples2024\n');
      expect(changed[REFERENCES]).not.toContain('smithjones2021');
    });

    test('by its title alone can be told to be another', async () => {
      const alike = {
        [REFERENCES]: files[REFERENCES]!.replace(
          'Under another title',
          '"Ketamine for hiccups, a randomised trial"',
        ).replace('HICCUP.2021', 'other'),
      };
      const args = ['reference', '--from', path.join(IMPORT, 'doi.json'), ...known];
      const refused = await start(args, {files: alike});
      expect(refused.said).toMatch(/there2021 has nearly the same title[^]*--despite KEY/);
      const {code} = await start([...args, '--despite', 'there2021'], {files: alike});
      expect(code).toBe(0);
    });
  });

  test('of the same file twice is refused', async () => {
    const ris = 'TY  - JOUR\nTI  - Esketamine and sleep: one\nDO  - 10.1000/a\nER  - \n';
    const {said} = await start(['reference', '--from', 'twice.ris', ...known], {
      files: {'twice.ris': ris + ris},
    });
    expect(said).toContain('the record at twice.ris:1 has the same DOI');
  });

  test('keeps the key that a released edition has for it', async () => {
    const released = 'versioned_docs/version-1.0/_evidence/references.yml';
    const {changed} = await start(
      ['reference', '--from', path.join(IMPORT, 'doi.json'), ...known],
      {
        files: {
          'versions.json': '["1.0"]',
          'versioned_docs/version-1.0/_edition.yml': "edition: '1.0'\nreleased: '2026-01-01'\n",
          [released]: `${SOUND[released]}- id: oldkey\n  type: article\n  title: Old\n  DOI: 10.1000/hiccup.2021\n  kind: rct\n  verified: abstract\n`,
        },
      },
    );
    expect(changed[REFERENCES]).toContain('- id: oldkey\n');
  });

  test.each([
    ['a file that is not there', ['--from', 'no.bib'], /no\.bib is no file/],
    ['bytes that are no text', ['--from', 'bytes.bib'], /bytes that are not UTF-8/],
    ['no DOI', ['hello'], /hello is neither a DOI/],
    ['two sources', ['--doi', '10.1000/a', '--pmid', '1'], /Name one source/],
    ['no source', [], /Name the source/],
  ])('is refused with %s', async (_, args, reason) => {
    const {code, said, changed} = await start(['reference', ...args, ...known], {
      files: {'bytes.bib': new Uint8Array([0x40, 0xff, 0xfe])},
    });
    expect({code, changed}).toEqual({code: 1, changed: {}});
    expect(said).toMatch(reason);
  });

  test('is refused while the list itself has a problem', async () => {
    const {code, said} = await start(
      ['reference', '--from', path.join(IMPORT, 'doi.json'), ...known],
      {
        files: {[REFERENCES]: '- id: [\n'},
      },
    );
    expect(code).toBe(1);
    expect(said).toMatch(/references\/syntax[^]*Mend docs\/_evidence\/references\.yml first/);
  });
});

test('a dry run shows the patch and writes nothing', async () => {
  const {code, said, changed} = await start([
    'term',
    '--term',
    'zest',
    '--category',
    'effect',
    '--definition',
    'Z.',
    '--dry-run',
  ]);
  expect({code, changed}).toEqual({code: 0, changed: {}});
  expect(said).toMatch(
    /^--- docs\/_evidence\/vocabulary\.yml[^]*\n\+- id: zest\n[^]*Dry run: nothing was written\.$/,
  );
});

test.each([
  ['nothing', [], /^Say what is new\.\nUse: /],
  ['an unknown kind', ['pge'], /^There is no kind "pge"; closest: page\./],
  ['a kind that every object has', ['constructor'], /^There is no kind/],
  ['an unknown flag', ['page', '--titel', 'x'], /^Unknown option '--titel'/],
])('%s is answered with how it is used', async (_, args, reason) => {
  const {code, said} = await start(args);
  expect(code).toBe(1);
  expect(said).toMatch(reason);
});
