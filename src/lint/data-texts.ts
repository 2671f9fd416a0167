/** Texts and sources in the data that blocks show, as rules want them: with their places. */
import path from 'node:path';
import {parseCitations} from '../evidence/citations';
import {textOf} from '../evidence/read-text';
import {REGULATION_CELL_NAMES} from '../evidence/regulation';
import type {Position, YamlPath} from '../evidence/yaml';
import {BLOCKS, type BlockName} from '../remark/blocks';
import type {EditionContent} from './content';
import type {Block} from './text';

export interface DataText extends Block {
  file: string;
  /** The block that shows it. */
  shownBy: BlockName;
  /** It may cite, as pages do; other data lists its sources beside the text. */
  citable: boolean;
}

export interface DataRef extends Position {
  file: string;
  key: string;
}

type Place = (path: YamlPath) => Position & {file: string};

/** Sentences of the data that readers see. Their place is that of the whole text: a folded text keeps no lines. */
export function dataTexts({data: {regulation, timeline, vocabulary}}: EditionContent): DataText[] {
  const text =
    (shownBy: BlockName, place: Place, citable = false) =>
    (value: string, at: YamlPath): DataText => {
      const {file, line, column} = place(at);
      return {
        kind: 'paragraph',
        text: value,
        file,
        shownBy,
        citable,
        place: () => ({line, column}),
      };
    };
  const cell = text('RegulationTable', regulation.place);
  const event = text('Timeline', timeline.place);
  const definition = text('Glossary', vocabulary.place, true);
  return [
    ...(regulation.value ?? []).flatMap(({cells}, i) =>
      REGULATION_CELL_NAMES.map((name) => cell(cells[name].text, [i, 'cells', name, 'text'])),
    ),
    ...(timeline.value ?? []).flatMap(({title, summary}, i) => [
      event(title, [i, 'title']),
      event(summary, [i, 'summary']),
    ]),
    ...(vocabulary.value ?? []).map((term, i) => definition(term.definition, [i, 'definition'])),
  ];
}

/** Keys that the data cites, in `refs` and in texts. */
export function blockDataRefs(edition: EditionContent): DataRef[] {
  const {regulation, timeline} = edition.data;
  const keys = (refs: readonly string[], place: Place, at: YamlPath): DataRef[] =>
    refs.map((key, i) => ({...place([...at, i]), key}));
  return [
    ...(regulation.value ?? []).flatMap(({cells}, i) =>
      REGULATION_CELL_NAMES.flatMap((name) =>
        keys(cells[name].refs ?? [], regulation.place, [i, 'cells', name, 'refs']),
      ),
    ),
    ...(timeline.value ?? []).flatMap(({refs}, i) => keys(refs, timeline.place, [i, 'refs'])),
    ...dataTexts(edition)
      .filter(({citable}) => citable)
      .flatMap(({text, file, place}) =>
        parseCitations(text).clusters.flatMap(({start, items}) =>
          items.map(({key}) => ({file, ...place(start), key})),
        ),
      ),
  ];
}

/**
 * Words of data files that have a problem: one of them may be a citation, so that no reference is called uncited because
 * the file that cites it could not be read.
 */
export function wordsOfUnreadData({data, evidence}: EditionContent): string[] {
  return Object.values(BLOCKS)
    .filter(({data: key}) => data[key].exists && data[key].value === undefined)
    .flatMap(({file}) => textOf(path.join(evidence.dir, file)).split(/[^a-z0-9-]+/));
}
