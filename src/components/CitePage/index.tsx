import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {
  CITATION_FORMATS,
  citationParts,
  type CitationFormat,
} from '@site/src/evidence/citation-formats';
import styles from './styles.module.css';

/** Without scripts a reader writes the day: in the form that each format has. */
const DAY: Record<CitationFormat, string> = {
  vancouver: 'YYYY Mon D',
  ama: 'Month D, YYYY',
  apa: 'Month D, YYYY',
  bibtex: 'YYYY-MM-DD',
  ris: 'YYYY/M/D',
};

export interface CitePageProps extends Record<CitationFormat, string> {
  edition: string;
  /** Address of the page in the latest edition. */
  latest: string;
  /** Address of the page in this edition, for ever. */
  pinned: string;
}

/**
 * At the end of a released page: its citation in each format. The texts are templates (src/evidence/cite-page.ts); with
 * scripts the day of access is filled in, and a section's citation is made from them (src/client/section-tools.ts).
 */
export function CitePage({edition, latest, pinned, ...texts}: CitePageProps): ReactNode {
  useBrokenLinks().collectAnchor('cite-this-page');
  return (
    <details
      id="cite-this-page"
      className={styles.cite}
      data-edition={edition}
      data-latest={latest}
      data-pinned={pinned}
    >
      <summary>Cite this page</summary>
      <p>
        Edition {edition}. The address names the edition and will always show this text; the day is
        the day you read it.
      </p>
      <dl>
        {CITATION_FORMATS.map(([format, label]) => (
          <div key={format}>
            <dt>{label}</dt>
            <dd data-citation-format={format}>
              {citationParts(texts[format]).map((part, i) =>
                typeof part === 'string' ? (
                  part
                ) : (
                  <span key={i} data-mark={part.mark}>
                    {part.mark === 'accessed' && DAY[format]}
                  </span>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
