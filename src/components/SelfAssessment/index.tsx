import type {ReactNode} from 'react';
import clsx from 'clsx';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {DateText} from '../DateText';
import styles from './styles.module.css';

/** How the criteria stand, in numbers. Written by remark-self-assessment, which counts them. */
export function AssessmentSummary(props: {
  assessed: string;
  of: string;
  met: string;
  partly: string;
  notMet: string;
  people: string;
  host: string;
  work: string;
}): ReactNode {
  const {assessed, of, met, partly, notMet, people, host, work} = props;
  return (
    <>
      <p>
        Of {of} criteria,{' '}
        <strong>
          {met} are met, {partly} partly, and {notMet} not
        </strong>
        , as of <DateText date={assessed} />.
      </p>
      <p>
        Of those that are not wholly met, {people} wait for people whom the project does not have,{' '}
        {host} for whoever runs a copy of the site, and {work} for work on the site.
      </p>
    </>
  );
}

/** The criteria of one group. Children are Criterion elements. */
export function Criteria({children}: {children: ReactNode}): ReactNode {
  return <ul className={styles.criteria}>{children}</ul>;
}

const STATUS = {
  met: {sign: '✓', text: 'Met'},
  partly: {sign: '~', text: 'Partly met'},
  'not-met': {sign: '✗', text: 'Not met'},
} as const;

const NEEDS = {
  people: 'people',
  host: 'a named host',
  work: 'work on the site',
} as const;

/** One criterion: status in words, what it asks for, why it stands so (children), and what it waits for. */
export function Criterion({
  id,
  criterion,
  source,
  status,
  needs,
  children,
}: {
  id: string;
  criterion: string;
  source?: string;
  status: keyof typeof STATUS;
  needs?: keyof typeof NEEDS;
  children: ReactNode;
}): ReactNode {
  useBrokenLinks().collectAnchor(`criterion-${id}`);
  const {sign, text} = STATUS[status];
  return (
    <li id={`criterion-${id}`} className={styles.criterion}>
      <p className={styles.head}>
        <span className={clsx(styles.status, styles[status])}>
          <span aria-hidden="true">{sign}</span> {text}
        </span>{' '}
        <strong>
          {id}. {criterion}
        </strong>
        <span className={styles.source}>
          {source && ` (${source})`}
          {needs && `; needs ${NEEDS[needs]}`}
        </span>
      </p>
      {children}
    </li>
  );
}
