/**
 * What can be wrong with a file before any rule runs. Found by document.ts, content.ts, and the loaders of src/evidence;
 * here is only what each is called and why it counts.
 */
export interface LoadingProblem {
  id: string;
  /** What is demanded, in a few words. */
  title: string;
  why: string;
}

const DATA: Record<string, string> = {
  assessment: 'docs/_evidence/self-assessment.yml',
  audits: 'docs/_evidence/audits.yml',
  figure: 'docs/_evidence/figures/*.yml',
  'front-matter': 'the front matter of pages and posts',
  moves: 'docs/_moves.yml',
  references: 'docs/_evidence/references.yml',
  regulation: 'docs/_evidence/regulation.yml',
  study: 'docs/_evidence/studies/*.yml',
  timeline: 'docs/_evidence/timeline.yml',
  vocabulary: 'docs/_evidence/vocabulary.yml',
};

const OF_DATA: LoadingProblem[] = Object.entries(DATA).flatMap(([group, where]) => [
  {
    id: `${group}/aliases`,
    title: `In ${where}, values are written out: few anchors and aliases`,
    why: 'A few lines of aliases can stand for more than a computer can hold.',
  },
  {
    id: `${group}/schema`,
    title: `Every field of ${where} has a value of its kind`,
    why: 'What is built from the data would be wrong or missing.',
  },
  {
    id: `${group}/syntax`,
    title: `YAML can be read: ${where}`,
    why: 'Nothing in a file that cannot be read would be shown.',
  },
  {
    id: `${group}/unknown-field`,
    title: `Only fields that the schema knows stand in ${where}`,
    why: 'A misspelled field would be left out without a word.',
  },
]);

const OF_LISTS: LoadingProblem[] = ['references', 'regulation', 'timeline', 'vocabulary'].map(
  (group) => ({
    id: `${group}/duplicate`,
    title: `An id stands once in ${DATA[group]}`,
    why: 'An id is an address: it can lead to one entry only.',
  }),
);

const OF_ORDER: LoadingProblem[] = ['references', 'timeline', 'vocabulary'].map((group) => ({
  id: `${group}/order`,
  title: `${DATA[group]} is in order`,
  why: 'In one order, everybody finds the place of an entry, and two changes seldom collide.',
}));

const OF_IDS: LoadingProblem[] = ['figure', 'study'].map((group) => ({
  id: `${group}/id`,
  title: `The id of a ${group} is the name of its file`,
  why: 'Whoever knows the id must find the file.',
}));

const OTHERS: LoadingProblem[] = [
  {
    id: 'content/case-clash',
    title: 'Names of files differ in more than upper and lower case',
    why: 'On macOS and Windows the two are one file, and one of the pages is lost.',
  },
  {
    id: 'content/empty',
    title: 'There are pages, posts and references',
    why: 'A check that looks at nothing finds nothing.',
  },
  {
    id: 'content/extension',
    title: 'Pages and posts end in .mdx',
    why: 'Other Markdown files would be published without any check.',
  },
  {
    id: 'content/symlink',
    title: 'Links among files stay in the repository',
    why: 'A build must give the same site on every machine.',
  },
  {
    id: 'content/unknown-file',
    title: 'Every file of docs/ and blog/ is one that the build reads',
    why: 'A record in a file of the wrong name would be left out without a word.',
  },
  {
    id: 'figure/forest',
    title: 'The rows of a forest plot have their results in the study records',
    why: 'A plot takes its figures from the records; it has none of its own.',
  },
  {
    id: 'file/byte-order-mark',
    title: 'Files are UTF-8 without a byte order mark',
    why: 'Programs take the mark for a part of the first word.',
  },
  {
    id: 'file/control-character',
    title: 'Files hold text: no null bytes, no control characters',
    why: 'No reader can see them, and programs stop at them or drop what follows.',
  },
  {
    id: 'file/encoding',
    title: 'Files are UTF-8',
    why: 'In another encoding, letters beyond English turn into others.',
  },
  {
    id: 'file/hidden-character',
    title: 'No characters that nobody sees, and none that turn the direction of a line',
    why: 'They can make a line mean something else than it shows, and hide words from search.',
  },
  {
    id: 'file/line-endings',
    title: 'Lines end in LF',
    why: 'With two kinds of line ends, a change of one line shows as a change of all.',
  },
  {
    id: 'file/size',
    title: 'A file has at most 4 MB',
    why: 'Editors, reviews and the build slow down or stop at a file that long.',
  },
  {
    id: 'file/unreadable',
    title: 'Every file can be read',
    why: 'What cannot be read cannot be checked or shown.',
  },
  {
    id: 'front-matter/missing',
    title: 'Every page and post begins with front matter',
    why: 'Without it a page has no title, no description and no kind.',
  },
  {
    id: 'mdx/syntax',
    title: 'MDX can be read',
    why: 'Nothing on a page that cannot be read would be shown.',
  },
  {
    id: 'references/missing-file',
    title: 'Every edition has its references.yml',
    why: 'Without it no citation leads anywhere.',
  },
];

/** By id. */
export const LOADING_PROBLEMS: readonly LoadingProblem[] = [
  ...OF_DATA,
  ...OF_LISTS,
  ...OF_ORDER,
  ...OF_IDS,
  ...OTHERS,
].sort((a, b) => (a.id < b.id ? -1 : 1));
