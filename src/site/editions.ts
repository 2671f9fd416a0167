/** Editions of the reference: which there are, when they were released, and what Docusaurus is told about them. */
import fs from 'node:fs';
import path from 'node:path';
import type {VersionOptions} from '@docusaurus/plugin-content-docs';
import * as z from 'zod';
import {dateSchema} from '../evidence/schemas';
import {parseYaml} from '../evidence/yaml';
import {stopOnProblems} from '../lint/report';

export interface Edition {
  /** `1.0` */
  edition: string;
  /** `2026-11-25` */
  released: string;
}

/** What `versioned_docs/version-<edition>/_edition.yml` holds; written by `npm run edition`. */
export const editionSchema = z.strictObject(
  {
    edition: z
      .string({error: 'an edition like "1.0", in quotes'})
      .regex(/^\d+\.\d+$/, 'an edition like "1.0", in quotes'),
    released: dateSchema,
  },
  {error: 'edition and released, as `npm run edition` writes them'},
);

export function editionDir(root: string, edition: string): string {
  return path.join(root, 'versioned_docs', `version-${edition}`);
}

/** Released editions, newest first. Throws a ProblemsError where an edition's record is missing or wrong. */
export function readEditions(root: string): Edition[] {
  const versionsFile = path.join(root, 'versions.json');
  if (!fs.existsSync(versionsFile)) {
    return [];
  }
  const versions = JSON.parse(fs.readFileSync(versionsFile, 'utf8')) as string[];
  return versions.map((version) => {
    const absolute = path.join(editionDir(root, version), '_edition.yml');
    const file = path.relative(root, absolute);
    const text = fs.existsSync(absolute) ? fs.readFileSync(absolute, 'utf8') : '';
    const {value, problems} = parseYaml(text, file, editionSchema, {rule: 'edition'});
    stopOnProblems(problems);
    return value!;
  });
}

/** Absolute path of the docs that stand at /docs/: those of the latest edition, or the draft before the first. */
export function latestDocsDir(root: string, [latest]: readonly Edition[]): string {
  return latest ? editionDir(root, latest.edition) : path.join(root, 'docs');
}

/** `1.0 (November 2026)` */
export function editionLabel({edition, released}: Edition): string {
  const [year, month] = released.split('-').map(Number);
  const name = new Date(Date.UTC(year!, month! - 1, 1)).toLocaleString('en-US', {
    month: 'long',
    timeZone: 'UTC',
  });
  return `${edition} (${name} ${year})`;
}

/** Docusaurus' `versions` option: the latest edition at /docs/, older ones at /docs/<edition>/, the draft at /docs/next/. */
export function versionOptions(editions: readonly Edition[]): {
  lastVersion: string;
  versions: Record<string, VersionOptions>;
} {
  const [latest] = editions;
  const versions: Record<string, VersionOptions> = {
    current: latest
      ? {label: 'Next edition (draft)', path: 'next', banner: 'unreleased', badge: true}
      : {label: 'Draft', path: '', banner: 'none', badge: false},
  };
  for (const edition of editions) {
    const isLatest = edition === latest;
    versions[edition.edition] = {
      label: editionLabel(edition),
      path: isLatest ? '' : edition.edition,
      banner: isLatest ? 'none' : 'unmaintained',
      badge: true,
      noIndex: !isLatest,
    };
  }
  return {lastVersion: latest?.edition ?? 'current', versions};
}

/**
 * While an edition is the latest, its pinned addresses lead to /docs/... (the fragment is kept by the redirect page).
 * @param existingPath a route of the site without its base, such as `/docs/safety/overview/`
 */
export function pinnedRedirects(
  existingPath: string,
  editions: readonly Edition[],
): string[] | undefined {
  const [latest] = editions;
  const rest = /^\/docs\/(?<rest>.*)$/.exec(existingPath)?.groups?.rest;
  if (!latest || rest === undefined) {
    return undefined;
  }
  const first = rest.split('/')[0];
  const isOther = first === 'next' || editions.some(({edition}) => edition === first);
  return isOther ? undefined : [`/docs/${latest.edition}/${rest}`];
}
