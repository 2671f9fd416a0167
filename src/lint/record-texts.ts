/** Words that readers see in studies, figures, audits and the self-assessment. For spelling: no rule of style reads them. */
import path from 'node:path';
import {isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml';
import {textOf} from '../evidence/read-text';
import type {Position} from '../evidence/yaml';
import type {EditionContent} from './content';
import {offsetAt} from './edits';
import {sourceOffset} from './text';

export interface RecordText {
  file: string;
  text: string;
  place(offset: number): Position;
}

/** Fields whose strings are sentences or labels; all others hold ids, codes and figures. */
const PROSE = new Set([
  'also',
  'bottom_line',
  'criterion',
  'design_details',
  'detail',
  'group',
  'label',
  'limits',
  'method',
  'name',
  'note',
  'population',
  'sample',
  'schedule',
  'summary',
  'title',
  'why',
]);

/** In the order of files and fields. */
export function recordTexts(edition: EditionContent): RecordText[] {
  const {evidence, folder, studies} = edition;
  const ofStudies = [...studies.byId].flatMap(([id, study]) =>
    stringsOf(study, []).map(({value, path: at}) => ({
      file: studies.place(id, at).file,
      text: value,
      place: (offset: number) =>
        placeIn(
          path.join(evidence.dir, 'studies', `${id}.yml`),
          studies.place(id, at),
          value,
          offset,
        ),
    })),
  );
  const figures = [...edition.figures.keys()].map((id) => `figures/${id}.yml`);
  const others = [...figures, 'audits.yml', 'self-assessment.yml'].flatMap((name) =>
    textsIn(path.join(evidence.dir, name), `${folder}/_evidence/${name}`),
  );
  return [...ofStudies, ...others];
}

function stringsOf(
  value: unknown,
  at: (string | number)[],
): {value: string; path: (string | number)[]}[] {
  if (typeof value === 'string') {
    const field = at.findLast((part) => typeof part === 'string');
    return PROSE.has(String(field)) ? [{value, path: at}] : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) =>
        stringsOf(child, [...at, Array.isArray(value) ? Number(key) : key]),
      )
    : [];
}

function placeIn(absolute: string, start: Position, value: string, offset: number): Position {
  const source = textOf(absolute);
  const at = sourceOffset(source, offsetAt(source, start), value, offset);
  const before = source.slice(0, at);
  return {line: before.split('\n').length, column: at - before.lastIndexOf('\n')};
}

/** Of files whose loaders keep no places. */
function textsIn(absolute: string, file: string): RecordText[] {
  const source = textOf(absolute);
  const lineCounter = new LineCounter();
  const {contents, errors} = parseDocument(source, {lineCounter});
  const texts: RecordText[] = [];
  const walk = (node: unknown, field: string): void => {
    if (isMap(node)) {
      node.items.forEach(({key, value}) => walk(value, String(key)));
    } else if (isSeq(node)) {
      node.items.forEach((item) => walk(item, field));
    } else if (isScalar(node) && typeof node.value === 'string' && PROSE.has(field)) {
      const {value} = node;
      const {line, col} = lineCounter.linePos(node.range?.[0] ?? 0);
      texts.push({
        file,
        text: value,
        place: (offset) => placeIn(absolute, {line, column: col}, value, offset),
      });
    }
  };
  if (errors.length === 0) {
    walk(contents, '');
  }
  return texts;
}
