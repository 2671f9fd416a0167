import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import styles from './styles.module.css';

/** A picture with title, text alternative and a note on how to read it. Written by remark-figures. */
export function Figure({
  id,
  title,
  summary,
  note,
  children,
}: {
  id: string;
  title?: string;
  summary?: string;
  note?: string;
  children?: ReactNode;
}): ReactNode {
  useBrokenLinks().collectAnchor(`figure-${id}`);
  return (
    <figure id={`figure-${id}`} className={styles.figure} aria-labelledby={`figure-${id}-title`}>
      <figcaption>
        <strong id={`figure-${id}-title`}>{title}</strong>
        <span className={styles.summary}>{summary}</span>
      </figcaption>
      {children}
      {note && <p className={styles.note}>{note}</p>}
    </figure>
  );
}

/** `ticks`: `12.5|0.5 40|1`: percent and label. Children are Interval elements. */
export function Intervals({
  label,
  favors,
  ticks,
  children,
}: {
  label: string;
  favors?: string;
  ticks: string;
  children: ReactNode;
}): ReactNode {
  const [left, right] = favors?.split('|') ?? [];
  return (
    <table className={styles.intervals}>
      <thead>
        <tr>
          <th scope="col">Study</th>
          <th scope="col">{label}</th>
          <th scope="col">Figures</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td />
          <td className={styles.plot}>
            <div className={styles.axis}>
              {ticks.split(' ').map((tick) => {
                const [at, text] = tick.split('|');
                return (
                  <span key={tick} style={{left: `${at}%`}}>
                    {text}
                  </span>
                );
              })}
            </div>
            {favors && (
              <div className={styles.favors}>
                <span>← {left}</span>
                <span>{right} →</span>
              </div>
            )}
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

export interface IntervalProps {
  label: string;
  /** Heading that this row begins. */
  group?: string;
  at?: string;
  from?: string;
  to?: string;
  /** Line of no effect. All places are percent of the cell's width. */
  zero?: string;
  words: string;
  n?: string;
  detail?: string;
  pooled?: string;
  /** The citation. */
  children: ReactNode;
}

export function Interval(props: IntervalProps): ReactNode {
  const {label, group, at, from, to, zero, words, n, detail, pooled, children} = props;
  const filled = from !== undefined;
  return (
    <>
      {group && (
        <tr className={styles.group}>
          <th scope="colgroup" colSpan={3}>
            {group}
          </th>
        </tr>
      )}
      <tr className={pooled ? styles.pooled : undefined}>
        <th scope="row">
          {label} <span className={styles.source}>{children}</span>
        </th>
        <td className={styles.plot}>
          <svg width="100%" height="24" aria-hidden="true" focusable="false">
            {zero && (
              <line className={styles.zero} x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="24" />
            )}
            {filled && <line x1={`${from}%`} x2={`${to}%`} y1="12" y2="12" strokeWidth="2" />}
            {at && (
              <circle
                cx={`${at}%`}
                cy="12"
                r={pooled ? 7 : 5}
                fill={filled ? 'currentColor' : 'none'}
                strokeWidth="2"
              />
            )}
          </svg>
        </td>
        <td className={styles.words}>
          {words}
          {n && <> · n = {n}</>}
          {detail && <> · {detail}</>}
        </td>
      </tr>
    </>
  );
}
