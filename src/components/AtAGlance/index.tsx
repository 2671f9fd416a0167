import type {ReactNode} from 'react';
import clsx from 'clsx';
import styles from './styles.module.css';

/** The card at the head of a page. Children are GlanceRow elements, written by remark-at-a-glance. */
export function AtAGlance({children}: {children: ReactNode}): ReactNode {
  return <dl className={styles.card}>{children}</dl>;
}

export function GlanceRow({label, children}: {label: string; children: ReactNode}): ReactNode {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export type Status =
  'approved' | 'off-label' | 'not-approved' | 'investigational' | 'not-applicable';

const STATUS_LABELS: Record<Status, string> = {
  approved: 'approved',
  'off-label': 'off-label',
  'not-approved': 'not approved',
  investigational: 'under study',
  'not-applicable': 'not applicable',
};

/** Regulatory status in words; colour and border only repeat them. */
export function StatusTag({status}: {status: Status}): ReactNode {
  return (
    <span className={clsx(styles.status, styles[status])}>{STATUS_LABELS[status] ?? status}</span>
  );
}

export function GlanceStatus({
  where,
  status,
  children,
}: {
  where: string;
  status: Status;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className={styles.place}>
      <strong>{where}</strong> <StatusTag status={status} /> {children}
    </div>
  );
}

export type CertaintyLevel = 'high' | 'moderate' | 'low' | 'very-low';

const LEVELS: Record<CertaintyLevel, {filled: number; text: string; meaning: string}> = {
  high: {
    filled: 4,
    text: 'high',
    meaning: 'further research is very unlikely to change the estimate',
  },
  moderate: {filled: 3, text: 'moderate', meaning: 'further research may change the estimate'},
  low: {filled: 2, text: 'low', meaning: 'further research is likely to change the estimate'},
  'very-low': {filled: 1, text: 'very low', meaning: 'any estimate is very uncertain'},
};

/** GRADE certainty as a word with four marks, and its meaning for whoever points at it. */
export function Certainty({level}: {level: CertaintyLevel}): ReactNode {
  const {filled, text, meaning} = LEVELS[level];
  return (
    <span className={styles.certainty} title={meaning}>
      <span className={styles.marks} aria-hidden="true">
        {'●'.repeat(filled)}
        {'○'.repeat(4 - filled)}
      </span>{' '}
      {text}
    </span>
  );
}
