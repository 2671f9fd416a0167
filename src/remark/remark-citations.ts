/**
 * Turns Pandoc citations into numbered links and appends the page's reference list.
 *
 *   It may reduce depression scores [@zarate2006; @murrough2013, table 2].
 *
 * becomes (numbers in order of first citation on the page)
 *
 *   It may reduce depression scores <Citation><Cite to="zarate2006" n="1" at="1" .../>...</Citation>.
 *   ## References
 *   <References><Reference id="zarate2006" n="1" .../>...</References>
 *
 * A source of a study of the same edition is also linked to the study's page.
 *
 * Keys are looked up in the evidence of the page's own edition. Unknown and malformed citations stop the build. What was
 * retracted, corrected or superseded since is marked at each citation and in the list; retracted sources are named at
 * the head of the page too.
 */
import type {PhrasingContent, Root, Text} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import type {Plugin} from 'unified';
import {parseCitations, type CitationCluster} from '../evidence/citations';
import {
  citationLabel,
  KIND_LABELS,
  STATUS_LABELS,
  VERIFIED_LABELS,
  noticeAddress,
  referenceLinks,
  type ReferenceLink,
} from '../evidence/format';
import type {Studies} from '../evidence/load-studies';
import {nearest} from '../evidence/nearest';
import type {ReferenceStatus} from '../evidence/schemas';
import {evidenceFor, statusOf, studiesFor, type FormattedEvidence} from '../evidence/store';
import type {Study} from '../evidence/studies';
import {shortTitle} from '../evidence/study-summary';
import type {Problem} from '../lint/problem';
import {stopOnProblems} from '../lint/report';
import {
  beforeLead,
  flowElement,
  heading,
  isVerbatim,
  placeInText,
  relativePath,
  textElement,
} from './mdx';

export interface RemarkCitationsOptions {
  /** Absolute path of the repository. */
  root: string;
  /** Path that the site is served under; `/` where left out. */
  baseUrl?: string;
}

interface Cited {
  n: number;
  /** How often the page cites it: each place gets an id to come back to. */
  count: number;
  /** From the newest record, whatever the page's edition. */
  status: ReferenceStatus | undefined;
}

export const remarkCitations: Plugin<[RemarkCitationsOptions], Root> = ({root, baseUrl = '/'}) => {
  return (tree, file) => {
    const evidence = evidenceFor(file.path, root);
    // Without its records every key would be unknown: say what is wrong with the records instead.
    stopOnProblems(evidence.problems);
    const cited = new Map<string, Cited>();
    const problems: Problem[] = [];
    const path = relativePath(file, root);

    visit(tree, (node, index, parent) => {
      if (isVerbatim(node)) {
        return SKIP;
      }
      if (node.type !== 'text' || parent === undefined || index === undefined) {
        return undefined;
      }
      const {clusters, malformed} = parseCitations(node.value);
      for (const bad of malformed) {
        problems.push({
          file: path,
          ...placeInText(node, bad.start, file),
          rule: 'cite/malformed',
          found: bad.text,
          expected: '[@key], [@a; @b] or [@key, section 2.3]',
          fix: 'separate keys with a semicolon, each beginning with @',
        });
      }
      for (const cluster of clusters) {
        for (const {key} of cluster.items) {
          if (!evidence.references.has(key)) {
            problems.push({
              file: path,
              ...placeInText(node, cluster.start, file),
              rule: 'cite/unknown-key',
              found: `[@${key}]`,
              expected: `a key in ${evidence.referencePlaces.values().next().value?.file ?? 'docs/_evidence/references.yml'}`,
              closest: nearest(key, evidence.references.keys()),
              fix: 'correct the key, or add the reference',
            });
          }
        }
      }
      if (clusters.length === 0 || problems.length > 0) {
        return undefined;
      }
      const replacement = replaceClusters(node, clusters, cited, evidence, root);
      parent.children.splice(index, 1, ...(replacement as never[]));
      return index + replacement.length;
    });

    stopOnProblems(problems);
    if (cited.size > 0) {
      const studyLinks = studyLinksOf(studiesFor(file.path, root), evidence, baseUrl);
      tree.children.push(
        heading(2, 'references', 'References'),
        referenceList(cited, evidence, studyLinks),
      );
      const retracted = [...cited].filter(([, {status}]) => status?.is === 'retracted');
      if (retracted.length > 0) {
        tree.children.splice(beforeLead(tree), 0, retractionNotice(retracted, evidence));
      }
    }
  };
};

function replaceClusters(
  node: Text,
  clusters: CitationCluster[],
  cited: Map<string, Cited>,
  evidence: FormattedEvidence,
  root: string,
): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const cluster of clusters) {
    // The space before a citation would let the number wrap to the next line, away from its sentence.
    const before = node.value.slice(from, cluster.start).trimEnd();
    if (before) {
      parts.push({type: 'text', value: before});
    }
    parts.push(
      textElement(
        'Citation',
        {},
        cluster.items.map(({key, locator}) => {
          const entry = cited.get(key) ?? {
            n: cited.size + 1,
            count: 0,
            status: statusOf(evidence.references.get(key)!, root),
          };
          entry.count += 1;
          cited.set(key, entry);
          return textElement('Cite', {
            to: key,
            n: entry.n,
            at: entry.count,
            locator,
            label: citationLabel(evidence.references.get(key)!),
            status: entry.status && STATUS_LABELS[entry.status.is],
          });
        }),
      ),
    );
    from = cluster.end;
  }
  if (from < node.value.length) {
    parts.push({type: 'text', value: node.value.slice(from)});
  }
  return parts;
}

/**
 * Links from a source to the pages of the studies that it reports. Those pages are outside the app
 * (src/plugins/evidence-pages), so these are plain links that the check of broken links does not see; an edition without
 * studies has none.
 */
function studyLinksOf(
  {byId}: Studies,
  {references}: FormattedEvidence,
  baseUrl: string,
): Map<string, ReferenceLink[]> {
  const studies = new Map<string, Study[]>();
  for (const study of byId.values()) {
    for (const key of study.refs) {
      studies.set(key, [...(studies.get(key) ?? []), study]);
    }
  }
  return new Map(
    [...studies].map(([key, own]) => [
      key,
      own.map((study) => ({
        label: `${STUDY_LINKS[study.design] ?? 'Study’s numbers'}${own.length > 1 ? `: ${shortTitle(study, references)}` : ''}`,
        href: `${baseUrl}studies/${study.id}/`,
      })),
    ]),
  );
}

const STUDY_LINKS: Partial<Record<Study['design'], string>> = {
  rct: 'Trial’s arms and numbers',
  'meta-analysis': 'Review’s numbers',
  'systematic-review': 'Review’s numbers',
};

function referenceList(
  cited: Map<string, Cited>,
  evidence: FormattedEvidence,
  studyLinks: ReadonlyMap<string, ReferenceLink[]>,
) {
  return flowElement(
    'References',
    {},
    [...cited].map(([key, {n, count, status}]) => {
      const reference = evidence.references.get(key)!;
      return flowElement('Reference', {
        id: key,
        n,
        count,
        text: evidence.formatted.get(key),
        kind: KIND_LABELS[reference.kind],
        verified: VERIFIED_LABELS[reference.verified],
        status: status && STATUS_LABELS[status.is],
        statusDate: status?.date,
        notice: status && noticeAddress(status),
        kept: status?.kept_because,
        // A list in one attribute: pairs of label and address, tab and line feed cannot occur in either.
        links: [...(studyLinks.get(key) ?? []), ...referenceLinks(reference)]
          .map(({label, href}) => `${label}\t${href}`)
          .join('\n'),
      });
    }),
  );
}

function retractionNotice(
  retracted: readonly (readonly [string, Cited])[],
  evidence: FormattedEvidence,
) {
  return flowElement(
    'RetractionNotice',
    {},
    retracted.map(([key, {n}]) =>
      flowElement('RetractedSource', {
        to: key,
        n,
        label: citationLabel(evidence.references.get(key)!),
      }),
    ),
  );
}
