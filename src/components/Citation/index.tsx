import type {ReactNode} from 'react';
import {Children} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {useCitationBase} from './scope';
import styles from './styles.module.css';

/** `[3, 4]`: the citations of one place. Children are Cite elements. */
export function Citation({children}: {children: ReactNode}): ReactNode {
  const cites = Children.toArray(children);
  return (
    <sup className={styles.citation} data-citation>
      {cites.map((cite, i) => (
        // Order never changes: the list is fixed at build time.
        <span key={i}>
          {i > 0 && ', '}
          {cite}
        </span>
      ))}
    </sup>
  );
}

export interface CiteProps {
  /** Citation key. */
  to: string;
  /** Number in the page's reference list. */
  n: string;
  /** The how-manieth citation of this reference on the page. */
  at: string;
  /** `section 2.3` */
  locator?: string;
  /** `Zarate 2006`, for screen readers. */
  label: string;
  /** `retracted`, `corrected` ...: what became of the source since. */
  status?: string;
}

/**
 * One number: a link to its entry in the reference list. With JavaScript it previews the entry on hover, focus and tap
 * (src/client/citation-previews.ts); without, a small button beside it opens the same preview as an HTML popover.
 */
export function Cite({to, n, at, locator, label, status}: CiteProps): ReactNode {
  const base = useCitationBase();
  const brokenLinks = useBrokenLinks();
  const href = `${base ?? ''}#ref-${to}`;
  // Begins with what is to be seen, for those who say it to the machine.
  const name = `Reference ${[n, locator, status].filter(Boolean).join(' ')}: ${label}`;
  brokenLinks.collectLink(href);
  // On a list of posts the reference list is on the post's own page: no ids here, they would stand twice.
  if (base !== undefined) {
    return (
      <a className={styles.link} href={href} aria-label={name}>
        {n}
        {status && <span className={styles.status}> {status}</span>}
      </a>
    );
  }
  const id = `cite-${to}-${at}`;
  brokenLinks.collectAnchor(id);
  return (
    <>
      <a
        id={id}
        className={styles.link}
        href={href}
        data-preview={`preview-${to}`}
        aria-label={name}
      >
        {n}
        {locator && <span className={styles.locator}> {locator}</span>}
        {status && <span className={styles.status}> {status}</span>}
      </a>
      <button
        type="button"
        className={styles.open}
        popoverTarget={`preview-${to}`}
        aria-label={`Preview reference ${n}`}
      >
        ?
      </button>
    </>
  );
}
