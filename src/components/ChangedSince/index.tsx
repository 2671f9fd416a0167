import type {ReactNode} from 'react';
import styles from './styles.module.css';

export interface ChangedSinceProps {
  /** The edition before this one. */
  edition: string;
  isNew?: string;
  /** Headings of changed sections, separated by `|`. */
  changed?: string;
  /** How many sections are new, and gone. */
  added?: string;
  removed?: string;
  /** Address of the comparison; none where there is nothing to compare. */
  href?: string;
}

/** More names than this are a number. */
const NAMED = 3;

/** One line under the title: what changed on this page since the edition before. */
export function ChangedSince(props: ChangedSinceProps): ReactNode {
  const {edition, isNew, href} = props;
  if (isNew) {
    return <p className={styles.line}>New since edition {edition}.</p>;
  }
  if (href === undefined) {
    return <p className={styles.line}>Not changed since edition {edition}.</p>;
  }
  return (
    <p className={styles.line}>
      Changed since edition {edition}: {summary(props)}.{' '}
      {/* Written after the build, outside of Docusaurus' routes: a plain link. */}
      <a href={href}>See what changed</a>
    </p>
  );
}

function summary({changed, added, removed}: ChangedSinceProps): string {
  const names = changed?.split('|') ?? [];
  const more = names.length - NAMED;
  const parts = [
    ...names.slice(0, NAMED),
    ...(more > 0 ? [`${more} more ${more === 1 ? 'section' : 'sections'}`] : []),
    ...(added ? [`${added} new ${added === '1' ? 'section' : 'sections'}`] : []),
    ...(removed ? [`${removed} ${removed === '1' ? 'section' : 'sections'} gone`] : []),
  ];
  return parts.join(', ') || 'title or address';
}
