import {Fragment, type ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {DateText} from '../DateText';
import {useCitationBase} from '../Citation/scope';
import styles from './styles.module.css';

/** The generated list of a page's references, in order of first citation. Children are Reference elements. */
export function References({children}: {children: ReactNode}): ReactNode {
  // An excerpt on a list of posts has no list of its own.
  return useCitationBase() === undefined ? (
    <>
      <ol className={styles.list}>{children}</ol>
      {/* Files beside the page, written after the build (src/plugins/evidence-pages): plain links, outside the app. */}
      <p className={styles.files}>
        Download these references:{' '}
        {FILES.map(([file, label], i) => (
          <Fragment key={file}>
            {i > 0 && ', '}
            <a href={file} download>
              {label}
            </a>
          </Fragment>
        ))}
      </p>
    </>
  ) : null;
}

/** As in src/evidence/export-references.ts, whose code must not come into the bundle. */
const FILES = [
  ['references.bib', 'BibTeX'],
  ['references.ris', 'RIS'],
  ['references.json', 'CSL-JSON'],
] as const;

export interface ReferenceProps {
  /** Citation key. */
  id: string;
  n: string;
  /** How often the page cites it. */
  count: string;
  /** The reference as the CSL processor wrote it. */
  text: string;
  kind: string;
  verified: string;
  /** Lines of `label<TAB>address`. */
  links?: string;
  /** `retracted`, `corrected` ...: what became of the source since. */
  status?: string;
  /** `2018`, `2018-07` or `2018-07-01` */
  statusDate?: string;
  /** Address of the notice. */
  notice?: string;
  /** Why a retracted source is cited all the same. */
  kept?: string;
}

/** One entry: text, links, kind, how it was checked, ways back; and its preview as an HTML popover. */
export function Reference(props: ReferenceProps): ReactNode {
  const {id, n, count} = props;
  const brokenLinks = useBrokenLinks();
  brokenLinks.collectAnchor(`ref-${id}`);
  const places = Array.from({length: Number(count)}, (_, i) => i + 1);
  return (
    <li id={`ref-${id}`} className={styles.reference}>
      <Body {...props} />
      <span className={styles.back}>
        {' '}
        {places.map((place) => (
          <a
            key={place}
            href={`#cite-${id}-${place}`}
            aria-label={`Back to citation ${place} of reference ${n}`}
          >
            ↑{places.length > 1 && <sup>{place}</sup>}
          </a>
        ))}
      </span>
      <div
        id={`preview-${id}`}
        popover="auto"
        className={styles.preview}
        role="group"
        aria-label={`Reference ${n}`}
      >
        <Body {...props} />
        <div className={styles.goto}>
          <a href={`#ref-${id}`}>Reference {n} in the list</a>
        </div>
      </div>
    </li>
  );
}

function Body(props: ReferenceProps): ReactNode {
  const {text, kind, verified, links, status, statusDate, notice, kept} = props;
  return (
    <>
      {status && (
        <span className={styles.status}>
          <strong>{status[0]!.toUpperCase() + status.slice(1)}</strong>
          {statusDate && (
            <>
              {' '}
              (<DateText date={statusDate} />)
            </>
          )}
          {': '}
          <a href={notice} rel="noopener" data-notice>
            notice
          </a>
          .{kept && <> Cited all the same because: {kept}</>}
        </span>
      )}
      <span className={styles.text}>{text}</span>{' '}
      <span className={styles.links}>
        {(links ?? '')
          .split('\n')
          .filter(Boolean)
          .map((line) => {
            const [label, href] = line.split('\t');
            return (
              <a key={href} href={href} rel="noopener">
                {label}
              </a>
            );
          })}
      </span>
      <span className={styles.facts}>
        <span className={styles.kind}>{kind}</span> {verified}
      </span>
    </>
  );
}
