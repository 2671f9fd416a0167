import type {ReactNode} from 'react';
import {Certainty, StatusTag, type CertaintyLevel, type Status} from '../AtAGlance';
import {Effect, type EffectDirection} from '../Effect';
import styles from './styles.module.css';

/**
 * All clinical uses, one row each. On a phone a row is a block, and every cell says in words what it is, so that the
 * head of the columns can go; the roles keep it a table for screen readers whatever `display` says.
 * Written by remark-evidence-map.
 */
export function EvidenceMap({children}: {children?: ReactNode}): ReactNode {
  return (
    <table className={styles.map} role="table">
      <caption className={styles.caption}>
        Clinical uses, one row for the main outcome of each
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Use and status', 'Direction, certainty', 'On this outcome', 'Trials'].map((name) => (
            <th key={name} scope="col" role="columnheader">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

/** A main use and its parts. */
export function EvidenceGroup({children}: {children: ReactNode}): ReactNode {
  return (
    <tbody className={styles.group} role="rowgroup">
      {children}
    </tbody>
  );
}

export function EvidenceRow({
  level,
  children,
}: {
  level: 'main' | 'part';
  children: ReactNode;
}): ReactNode {
  return (
    <tr className={styles[level]} role="row">
      {children}
    </tr>
  );
}

/** Name and link of a use; children after it are EvidenceStatus elements. */
export function EvidenceUse({children}: {children: ReactNode}): ReactNode {
  return (
    <th className={styles.use} scope="row" role="rowheader">
      {children}
    </th>
  );
}

export function EvidenceStatus({status, where}: {status: Status; where: string}): ReactNode {
  return (
    <div className={styles.status}>
      <StatusTag status={status} /> {where}
    </div>
  );
}

/** Direction of the effect on the outcome, and how sure that is: the cell that is read first. */
export function EvidenceFinding({
  effect,
  certainty,
}: {
  effect: EffectDirection;
  certainty: CertaintyLevel;
}): ReactNode {
  return (
    <td className={styles.finding} role="cell">
      <div>
        <Effect direction={effect} />
      </div>
      <div>
        <Certainty level={certainty} />
        <span className={styles.unit}> certainty</span>
      </div>
    </td>
  );
}

/** What the direction and the certainty are about. */
export function EvidenceOutcome({children}: {children?: ReactNode}): ReactNode {
  return <td role="cell">{children}</td>;
}

/** How many randomized trials and people the card counts. Children: their citation. */
export function EvidenceStudies({
  trials,
  participants,
  children,
}: {
  trials?: string;
  participants?: string;
  children?: ReactNode;
}): ReactNode {
  const counts = [
    trials && `${grouped(trials)} ${trials === '1' ? 'trial' : 'trials'}`,
    participants && `${grouped(participants)} people`,
  ].filter(Boolean);
  return (
    <td className={styles.studies} role="cell">
      {counts.length > 0 ? counts.join(', ') : 'Not counted'} {children}
    </td>
  );
}

/** `2,502`, the same on server and reader. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
