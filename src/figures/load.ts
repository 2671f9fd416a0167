import fs from 'node:fs';
import path from 'node:path';
import {nearest} from '../evidence/nearest';
import {readText} from '../evidence/read-text';
import {evidenceFor, studiesFor} from '../evidence/store';
import {parseYaml} from '../evidence/yaml';
import type {Problem} from '../lint/problem';
import {buildForest, type Forest, type ForestSources} from './forest';
import {figureSchema, type Figure} from './schema';

/** Ids of the figures of an edition, from the names of their files. */
export function figureIds(evidenceDir: string): string[] {
  const dir = path.join(evidenceDir, 'figures');
  return fs.existsSync(dir)
    ? fs
        .readdirSync(dir)
        .filter((name) => name.endsWith('.yml'))
        .map((name) => name.slice(0, -'.yml'.length))
        .sort()
    : [];
}

/**
 * Reads one figure's data; a forest also with the results of its studies.
 * @param evidenceDir absolute path of the edition's `_evidence`
 * @param root repository root, for the paths in problems
 * @param sources studies and references of the edition, where the caller has them; asked for by a forest alone
 */
export function loadFigure(
  id: string,
  evidenceDir: string,
  root: string,
  sources: () => ForestSources = () => ({
    studies: studiesFor(evidenceDir, root),
    references: evidenceFor(evidenceDir, root).references,
  }),
): {figure?: Figure; forest?: Forest; problems: Problem[]} {
  const absolute = path.join(evidenceDir, 'figures', `${id}.yml`);
  const file = path.relative(root, absolute).split(path.sep).join('/');
  const ids = figureIds(evidenceDir);
  if (!ids.includes(id)) {
    return {
      problems: [
        {
          file,
          line: 1,
          column: 1,
          rule: 'figure/unknown',
          found: `<Figure id="${id}" />`,
          expected: 'the name of a file in _evidence/figures, without .yml',
          closest: nearest(id, ids),
        },
      ],
    };
  }
  const {text, readable, problems} = readText(absolute, file);
  if (!readable) {
    return {problems};
  }
  const yaml = parseYaml(text, file, figureSchema, {rule: 'figure'});
  if (yaml.value && yaml.value.id !== id) {
    return {
      problems: [
        ...problems,
        {
          file,
          ...yaml.at(['id']),
          rule: 'figure/id',
          found: `id: ${yaml.value.id}`,
          expected: `id: ${id}, the name of the file`,
        },
      ],
    };
  }
  if (!yaml.value) {
    return {problems: [...problems, ...yaml.problems]};
  }
  if (yaml.value.kind !== 'forest') {
    return {figure: yaml.value, problems};
  }
  const {forest, problems: inRows} = buildForest(yaml.value, sources(), (place) => ({
    file,
    ...yaml.at(place),
  }));
  return forest ? {figure: yaml.value, forest, problems} : {problems: [...problems, ...inRows]};
}
