import type {ReactNode} from 'react';
import {HashLink} from '../HashLink';
import styles from './styles.module.css';

/** Links to the letters of the glossary. Children are paragraphs with one link each, written by remark-glossary. */
export function GlossaryLetters({children}: {children: ReactNode}): ReactNode {
  return (
    <nav className={styles.letters} aria-label="Letters of the glossary">
      {children}
    </nav>
  );
}

/** Terms of one letter. */
export function GlossaryTerms({children}: {children: ReactNode}): ReactNode {
  return <dl className={styles.terms}>{children}</dl>;
}

/** One term at its own address; children are the definition, GlossaryNames and GlossaryPage. */
export function GlossaryTerm({
  id,
  term,
  abbreviations,
  children,
}: {
  id: string;
  term: string;
  abbreviations?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <div id={id} className={styles.term}>
      <dt>
        <dfn>{term}</dfn>
        {abbreviations && <span className={styles.short}> {abbreviations}</span>}
        <HashLink id={id} name={term} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Other names of a term, by kind: each a list with semicolons. */
export function GlossaryNames({
  brands,
  spellings,
  lay,
}: {
  brands?: string;
  spellings?: string;
  lay?: string;
}): ReactNode {
  return (
    <>
      <Names label="Brand names" list={brands} />
      <Names label="Also called" list={spellings} />
      <Names label="People also say" list={lay} />
    </>
  );
}

function Names({label, list}: {label: string; list: string | undefined}): ReactNode {
  return (
    list && (
      <p className={styles.names}>
        <span>{label}:</span> {list}
      </p>
    )
  );
}

/** Link to the page about a term. */
export function GlossaryPage({children}: {children: ReactNode}): ReactNode {
  return <div className={styles.page}>{children}</div>;
}
