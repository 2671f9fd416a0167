/** Every place where a reference is cited: in pages, in posts, and in the data of figures, studies and blocks. */
import fs from 'node:fs';
import path from 'node:path';
import {parseCitations} from '../evidence/citations';
import type {Study} from '../evidence/studies';
import type {Position, YamlPath} from '../evidence/yaml';
import {citedKeys, dataRefs, editionOf, type Content, type EditionContent} from './content';
import {blockDataRefs, wordsOfUnreadData} from './data-texts';
import type {RuleContext} from './rule';
import {citableTexts} from './text';

export interface CitationUse extends Position {
  file: string;
  key: string;
  edition: EditionContent;
}

const cache = new WeakMap<Content, Map<number, CitationUse[]>>();

/** Citations in the scope of a rule, with their places. Found once for all rules of a scope. */
export function citationUses(context: RuleContext): CitationUse[] {
  const byScope = cache.get(context.content) ?? new Map<number, CitationUse[]>();
  cache.set(context.content, byScope);
  const uses = byScope.get(context.editions.length) ?? findUses(context);
  byScope.set(context.editions.length, uses);
  return uses;
}

function findUses({content, documents, editions}: RuleContext): CitationUse[] {
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
      dataRefs(figure).map((key) => ({
        ...placeInFigure(edition, id, key),
        key,
        edition,
      })),
    ),
  );
  const inStudies = editions.flatMap((edition) =>
    [...edition.studies.byId].flatMap(([id, study]) =>
      studyRefs(study).map(({key, field}) => ({
        ...edition.studies.place(id, field),
        key,
        edition,
      })),
    ),
  );
  const inData = editions.flatMap((edition) =>
    blockDataRefs(edition).map((ref) => ({...ref, edition})),
  );
  return [...inText, ...inFigures, ...inStudies, ...inData];
}

/** Keys cited in the draft, also on pages and in studies that could not be read for an error. */
export function citedInNext(context: RuleContext): Set<string> {
  const {studies} = context.content.next;
  return new Set([
    ...citedForReaders(context),
    ...[...studies.byId.values()].flatMap(dataRefs),
    ...studies.looseRefs,
  ]);
}

/** Keys cited in the draft where a reader meets them: in pages, posts and figures. */
export function citedForReaders({content: {next, posts}}: RuleContext): Set<string> {
  return new Set([
    ...[...next.pages.values(), ...posts].flatMap((document) =>
      document.parsed
        ? citableTexts(document).flatMap(({text}) => citedKeys(text))
        : citedKeys(document.source),
    ),
    ...[...next.figures.values()].flatMap(dataRefs),
    ...blockDataRefs(next).map(({key}) => key),
    ...wordsOfUnreadData(next),
  ]);
}

/** Citation keys of a study, with where they stand in its record. */
function studyRefs({refs, outcomes = []}: Study): {key: string; field: YamlPath}[] {
  return [
    ...refs.map((key, i) => ({key, field: ['refs', i]})),
    ...outcomes.flatMap((outcome, i) =>
      (outcome.refs ?? []).map((key, j) => ({key, field: ['outcomes', i, 'refs', j]})),
    ),
  ];
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
