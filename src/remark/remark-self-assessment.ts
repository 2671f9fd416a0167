/**
 * Replaces `<SelfAssessment />` by docs/_evidence/self-assessment.yml: counts, then each criterion with its status in
 * words, why, what it waits for, and links to the proof. The strings of the file are Markdown.
 *
 * A proof that is a file of the repository is a link where the repository's address is known, else its path.
 */
import fs from 'node:fs';
import path from 'node:path';
import type {PhrasingContent, Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import type {Plugin} from 'unified';
import type {VFile} from 'vfile';
import {splitTarget} from '../evidence/moves';
import {listPages, type Page} from '../evidence/pages';
import {
  countByStatus,
  loadSelfAssessment,
  type Criterion,
  type SelfAssessment,
} from '../evidence/self-assessment';
import {docsDirOf} from '../evidence/store';
import {stopOnProblems} from '../lint/report';
import {
  flowElement,
  heading,
  inlineMarkdown,
  link,
  linkToFile,
  paragraph,
  relativePath,
  replaceBlocks,
} from './mdx';

export interface RemarkSelfAssessmentOptions {
  /** Absolute path of the repository. */
  root: string;
  /** Address of the repository, where it is known. */
  repository: string | undefined;
}

export const remarkSelfAssessment: Plugin<[RemarkSelfAssessmentOptions], Root> =
  ({root, repository}) =>
  (tree, file) =>
    replaceBlocks(tree, file, root, 'SelfAssessment', () => {
      const docsDir = docsDirOf(file.path, root);
      const {value, exists, problems, place} = loadSelfAssessment(
        path.join(docsDir, '_evidence'),
        root,
      );
      stopOnProblems([
        ...problems,
        ...(exists
          ? []
          : [
              {
                file: relativePath(file, root),
                line: 1,
                column: 1,
                rule: 'assessment/missing-file',
                found: '<SelfAssessment />',
                expected: `the file ${place([]).file}`,
              },
            ]),
      ]);
      if (!value) {
        return [];
      }
      const pages = new Map(listPages(docsDir).map((page) => [page.slug, page]));
      const proofLink = (proof: Criterion['proof'][number]): PhrasingContent =>
        proof.page === undefined
          ? fileProof(String(proof.file), root, repository)
          : pageProof(proof.page, pages, file);
      return [
        ...summary(value),
        ...value.groups.flatMap(({id, title, criteria}): RootContent[] => [
          heading(3, `criteria-${id}`, title),
          flowElement(
            'Criteria',
            {},
            criteria.map((criterion) => criterionElement(criterion, proofLink)),
          ),
        ]),
      ];
    });

function summary({assessed, groups}: SelfAssessment): RootContent[] {
  const criteria = groups.flatMap((group) => group.criteria);
  const counts = countByStatus(criteria);
  const waiting = (needs: Criterion['needs']) =>
    String(criteria.filter((criterion) => criterion.needs === needs).length);
  return [
    flowElement('AssessmentSummary', {
      assessed,
      of: criteria.length,
      met: String(counts.met),
      partly: String(counts.partly),
      notMet: String(counts['not-met']),
      people: waiting('people'),
      host: waiting('host'),
      work: waiting('work'),
    }),
  ];
}

function criterionElement(
  {id, criterion, source, status, needs, why, proof}: Criterion,
  proofLink: (proof: Criterion['proof'][number]) => PhrasingContent,
): MdxJsxFlowElement {
  return flowElement('Criterion', {id, criterion, source, status, needs}, [
    ...inlineMarkdown(why),
    paragraph([
      {type: 'text', value: 'See: '},
      ...proof.flatMap((one, i): PhrasingContent[] => [
        ...(i === 0 ? [] : [{type: 'text' as const, value: '; '}]),
        proofLink(one),
      ]),
      {type: 'text', value: '.'},
    ]),
  ]);
}

/** The checks have made sure that the page and the section exist. */
function pageProof(target: string, pages: ReadonlyMap<string, Page>, from: VFile): PhrasingContent {
  const {slug, id} = splitTarget(target);
  const page = pages.get(slug);
  return page
    ? link(
        linkToFile(from, page.file, id),
        page.title + (id ? ` (${id.replaceAll('-', ' ')})` : ''),
      )
    : {type: 'text', value: target};
}

/** A released edition may name a file that has gone since: then its path is all there is. */
function fileProof(file: string, root: string, repository: string | undefined): PhrasingContent {
  const code: PhrasingContent = {type: 'inlineCode', value: file};
  return repository && fs.existsSync(path.join(root, file))
    ? {type: 'link', url: `${repository}/blob/main/${file}`, children: [code]}
    : code;
}
