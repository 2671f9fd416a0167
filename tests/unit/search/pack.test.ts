import lunr from 'lunr';
import {pack, unpack} from '../../../src/search/pack';
import {readIndexFile} from '../../../src/search/read';
import type {LunrIndex, ThemeDocument} from '../../../src/search/theme';

const TEXTS = [
  'Ketamine and the bladder',
  'Blood pressure after ketamine',
  'Bladder pain, bladder size',
];
const documents: ThemeDocument[] = TEXTS.map((t, n) => ({i: n + 7, t, u: `/docs/${n}/`}));

interface Builder {
  ref(name: string): void;
  field(name: string): void;
  add(document: object): void;
  metadataWhitelist: string[];
}
interface Index {
  search(query: string): {ref: string; score: number}[];
  toJSON(): LunrIndex;
}
const library = lunr as unknown as {
  (build: (this: Builder) => void): Index;
  Index: {load(index: LunrIndex): Index};
};

const built = library(function () {
  this.ref('i');
  this.field('t');
  this.metadataWhitelist = ['position'];
  documents.forEach((document) => this.add({...document, i: String(document.i)}));
});

test('an unpacked index finds the same, with scores that differ by what half steps round away', () => {
  const index = library.Index.load(unpack(pack({documents, index: built.toJSON()})).index);
  for (const query of ['bladder', 'ketamine', '+blood +pressure', 'pres*', 'nothing']) {
    const found = new Map(index.search(query).map(({ref, score}) => [ref, score]));
    const expected = built.search(query);
    expect([...found.keys()].sort()).toEqual(expected.map(({ref}) => ref).sort());
    for (const {ref, score} of expected) {
      expect(Math.abs(found.get(ref)! - score)).toBeLessThan(0.5);
    }
  }
});

test('is smaller than what it packs', () => {
  const index = built.toJSON();
  expect(JSON.stringify(pack({documents, index})).length).toBeLessThan(
    JSON.stringify({documents, index}).length / 2,
  );
});

test('a file may lack kinds: they are empty indexes that lunr loads', () => {
  const [first, second] = readIndexFile([pack({documents, index: built.toJSON()}), null]);
  expect(first!.documents).toEqual(documents);
  expect(second!.documents).toEqual([]);
  expect(library.Index.load(second!.index).search('bladder')).toEqual([]);
});
