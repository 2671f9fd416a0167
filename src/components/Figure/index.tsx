import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {Table} from '../Table';
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
      </figcaption>
      {children}
      {note && <p className={styles.note}>{note}</p>}
      <details className={styles.data}>
        <summary>In words</summary>
        <p>{summary}</p>
      </details>
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
    <table className={styles.intervals} role="table" aria-label={label}>
      <caption>{label}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Study
          </th>
          <th scope="col" role="columnheader">
            {label}
          </th>
          <th scope="col" role="columnheader">
            Figures
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td />
          <td className={styles.plot}>
            <Axis ticks={ticks} />
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
  /** Left out where the children say it all. */
  label?: string;
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
  /** The citation; of a forest the whole name of the row. */
  children: ReactNode;
}

export function Interval(props: IntervalProps): ReactNode {
  const {label, group, at, from, to, zero, words, n, detail, pooled, children} = props;
  const filled = from !== undefined;
  return (
    <>
      {group && (
        <tr className={styles.group} role="row">
          <th scope="colgroup" colSpan={3} role="columnheader">
            {group}
          </th>
        </tr>
      )}
      <tr className={pooled ? styles.pooled : undefined} role="row">
        <th scope="row" role="rowheader">
          {label} <span className={styles.source}>{children}</span>
        </th>
        <td className={styles.plot} role="cell">
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
        <td className={styles.words} role="cell">
          {words}
          {n && <> · n = {n}</>}
          {detail && <> · {detail}</>}
        </td>
      </tr>
    </>
  );
}

/** `lines`: `Anesthesia|12.5 40` a line: name and places in percent. Decoration: the table below holds the events. */
export function TimelineStrip({ticks, lines}: {ticks: string; lines: string}): ReactNode {
  return (
    <div className={styles.strip} aria-hidden="true">
      {lines.split('\n').map((line) => {
        const [label, marks = ''] = line.split('|');
        return (
          <div key={label} className={styles.stripLine}>
            <span>{label}</span>
            <svg width="100%" height="18" focusable="false">
              <line x1="0" x2="100%" y1="9" y2="9" className={styles.zero} />
              {marks
                .split(' ')
                .filter(Boolean)
                .map((at, i) => (
                  <circle key={`${at}-${i}`} cx={`${at}%`} cy="9" r="4.5" fill="currentColor" />
                ))}
            </svg>
          </div>
        );
      })}
      <div className={styles.stripLine}>
        <span />
        <Axis ticks={ticks} />
      </div>
    </div>
  );
}

function Axis({ticks}: {ticks: string}): ReactNode {
  return (
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
  );
}

/** A drawing made at build time (src/figures), wider than a phone: it scrolls inside itself. */
export function Drawing({svg, title}: {svg: string; title: string}): ReactNode {
  return (
    <div
      className={styles.drawing}
      role="group"
      aria-label={`Drawing: ${title}`}
      tabIndex={0}
      dangerouslySetInnerHTML={{__html: svg}}
    />
  );
}

/** The data of a drawing as a table under a disclosure. `head`: names of columns, `|` between. */
export function FigureTable({head, children}: {head: string; children: ReactNode}): ReactNode {
  return (
    <details className={styles.data}>
      <summary>The same as a table, with sources</summary>
      <Table aria-label="Data of the figure">
        <thead>
          <tr>
            {head.split('|').map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">Sources</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Table>
    </details>
  );
}

export function FigureTableRow({
  cells,
  children,
}: {
  cells: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <tr>
      {cells.split('|').map((cell, i) => (
        // Columns never change places.
        <td key={i}>{cell}</td>
      ))}
      <td>{children}</td>
    </tr>
  );
}
