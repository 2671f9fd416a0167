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
 * Keys are looked up in the evidence of the page's own edition. Unknown and malformed citations stop the build.
 */
import type {PhrasingContent, Root, Text} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import type {Plugin} from 'unified';
import {parseCitations, type CitationCluster} from '../evidence/citations';
import {citationLabel, KIND_LABELS, VERIFIED_LABELS, referenceLinks} from '../evidence/format';
import {nearest} from '../evidence/nearest';
import {evidenceFor, type FormattedEvidence} from '../evidence/store';
import type {Problem} from '../lint/problem';
import {stopOnProblems} from '../lint/report';
import {flowElement, heading, isVerbatim, placeInText, relativePath, textElement} from './mdx';

export interface RemarkCitationsOptions {
  /** Absolute path of the repository. */
  root: string;
}

interface Cited {
  n: number;
  /** How often the page cites it: each place gets an id to come back to. */
  count: number;
}

export const remarkCitations: Plugin<[RemarkCitationsOptions], Root> = ({root}) => {
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
      const replacement = replaceClusters(node, clusters, cited, evidence);
      parent.children.splice(index, 1, ...(replacement as never[]));
      return index + replacement.length;
    });

    stopOnProblems(problems);
    if (cited.size > 0) {
      tree.children.push(heading(2, 'references', 'References'), referenceList(cited, evidence));
    }
  };
};

function replaceClusters(
  node: Text,
  clusters: CitationCluster[],
  cited: Map<string, Cited>,
  evidence: FormattedEvidence,
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
          const entry = cited.get(key) ?? {n: cited.size + 1, count: 0};
          entry.count += 1;
          cited.set(key, entry);
          return textElement('Cite', {
            to: key,
            n: entry.n,
            at: entry.count,
            locator,
            label: citationLabel(evidence.references.get(key)!),
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

function referenceList(cited: Map<string, Cited>, evidence: FormattedEvidence) {
  return flowElement(
    'References',
    {},
    [...cited].map(([key, {n, count}]) => {
      const reference = evidence.references.get(key)!;
      return flowElement('Reference', {
        id: key,
        n,
        count,
        text: evidence.formatted.get(key),
        kind: KIND_LABELS[reference.kind],
        verified: VERIFIED_LABELS[reference.verified],
        // A list in one attribute: pairs of label and address, tab and line feed cannot occur in either.
        links: referenceLinks(reference)
          .map(({label, href}) => `${label}\t${href}`)
          .join('\n'),
      });
    }),
  );
}
