/** Every place where a reference is cited: in pages, in posts, and in the data of figures and blocks. */
import fs from 'node:fs';
import path from 'node:path';
import {parseCitations} from '../evidence/citations';
import type {Position} from '../evidence/yaml';
import {citedKeys, editionOf, figureRefs, type EditionContent} from './content';
import {dataRefs, wordsOfUnreadData} from './data-texts';
import type {RuleContext} from './rule';
import {citableTexts} from './text';

export interface CitationUse extends Position {
  file: string;
  key: string;
  edition: EditionContent;
}

/** Citations in the scope of a rule, with their places. */
export function citationUses({content, documents, editions}: RuleContext): CitationUse[] {
  const inText = documents.flatMap((document) =>
    citableTexts(document).flatMap(({text, place}) =>
      parseCitations(text).clusters.flatMap(({start, items}) =>
        items.map(({key}) => ({
          file: document.file,
          ...place(start),
          key,
          edition: editionOf(content, document),
        })),
      ),
    ),
  );
  const inFigures = editions.flatMap((edition) =>
    [...edition.figures].flatMap(([id, figure]) =>
      figureRefs(figure).map((key) => ({
        ...placeInFigure(edition, id, key),
        key,
        edition,
      })),
    ),
  );
  const inData = editions.flatMap((edition) => dataRefs(edition).map((ref) => ({...ref, edition})));
  return [...inText, ...inFigures, ...inData];
}

/** Keys cited in the draft, also on pages that could not be read for a syntax error. */
export function citedInNext({content: {next, posts}}: RuleContext): Set<string> {
  return new Set([
    ...[...next.pages.values(), ...posts].flatMap((document) =>
      document.parsed
        ? citableTexts(document).flatMap(({text}) => citedKeys(text))
        : citedKeys(document.source),
    ),
    ...[...next.figures.values()].flatMap(figureRefs),
    ...dataRefs(next).map(({key}) => key),
    ...wordsOfUnreadData(next),
  ]);
}

function placeInFigure(
  {evidence, folder}: EditionContent,
  id: string,
  key: string,
): Position & {file: string} {
  const name = `figures/${id}.yml`;
  const lines = fs.readFileSync(path.join(evidence.dir, name), 'utf8').split('\n');
  const index = lines.findIndex((line) => line.split(/[\s,[\]"']+/).includes(key));
  return {
    file: `${folder}/_evidence/${name}`,
    line: index + 1 || 1,
    column: index === -1 ? 1 : lines[index]!.indexOf(key) + 1,
  };
}
