import fs from 'node:fs';
import path from 'node:path';
import {readText} from '../evidence/load';
import {nearest} from '../evidence/nearest';
import {parseYaml} from '../evidence/yaml';
import type {Problem} from '../lint/problem';
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
 * Reads one figure's data.
 * @param evidenceDir absolute path of the edition's `_evidence`
 * @param root repository root, for the paths in problems
 */
export function loadFigure(
  id: string,
  evidenceDir: string,
  root: string,
): {figure?: Figure; problems: Problem[]} {
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
  const {text, problems} = readText(absolute, file);
  if (problems.length > 0) {
    return {problems};
  }
  const yaml = parseYaml(text, file, figureSchema, {rule: 'figure'});
  if (yaml.value && yaml.value.id !== id) {
    return {
      problems: [
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
  return yaml.value ? {figure: yaml.value, problems: []} : {problems: yaml.problems};
}
