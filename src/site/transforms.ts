import {remarkAtAGlance} from '../remark/remark-at-a-glance';
import {remarkAudits} from '../remark/remark-audits';
import {remarkChanges} from '../remark/remark-changes';
import {remarkCitations} from '../remark/remark-citations';
import {remarkCitePage} from '../remark/remark-cite-page';
import {remarkEvidenceMap} from '../remark/remark-evidence-map';
import {remarkFigures} from '../remark/remark-figures';
import {remarkGlossary} from '../remark/remark-glossary';
import {remarkMoved} from '../remark/remark-moved';
import {remarkNotices} from '../remark/remark-notices';
import {remarkRegulation} from '../remark/remark-regulation';
import {remarkRelated} from '../remark/remark-related';
import {remarkSearches} from '../remark/remark-searches';
import {remarkSelfAssessment} from '../remark/remark-self-assessment';
import {remarkSourceLines} from '../remark/remark-source-lines';
import {remarkTableNames} from '../remark/remark-table-names';
import {remarkTimeline} from '../remark/remark-timeline';
import {remarkUpdate} from '../remark/remark-update';
import {remarkUpdates} from '../remark/remark-updates';
import type {Pluggable} from 'unified';
import type {Address} from './address';

/** Where the site's sources are, and where it will stand. */
export type Site = Address & {root: string};

/** What turns the Markdown of docs pages into what readers see; each with its options. */
export function docsTransforms({root, url, baseUrl, repository}: Site): Pluggable[] {
  // Order matters: what cites runs before remark-citations, whose list comes last.
  return [
    remarkSourceLines,
    remarkAtAGlance,
    [remarkNotices, {root}],
    [remarkChanges, {root, baseUrl}],
    [remarkFigures, {root, baseUrl}],
    [remarkEvidenceMap, {root}],
    [remarkAudits, {root}],
    [remarkSelfAssessment, {root, repository}],
    remarkSearches,
    [remarkUpdates, {root}],
    [remarkGlossary, {root}],
    [remarkRegulation, {root}],
    [remarkTimeline, {root}],
    [remarkRelated, {root}],
    [remarkMoved, {root}],
    remarkTableNames,
    [remarkCitations, {root, baseUrl}],
    [remarkCitePage, {root, url, baseUrl}],
  ];
}

/** The same for posts. */
export function postTransforms({root, baseUrl}: Site): Pluggable[] {
  return [
    remarkSourceLines,
    [remarkUpdate, {root, baseUrl}],
    [remarkFigures, {root, baseUrl}],
    remarkTableNames,
    [remarkCitations, {root, baseUrl}],
  ];
}
