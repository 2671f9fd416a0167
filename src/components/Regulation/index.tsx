import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {DateText} from '../DateText';
import styles from './styles.module.css';

/**
 * The answers of all jurisdictions to one question. Children are RegulationRow elements, written by remark-regulation. On a
 * phone each row is a block of its own: the roles keep it a table for screen readers.
 * @param label the question
 * @param id address, where no heading above has it: the question is then the table's caption
 */
export function Regulation({
  id,
  label,
  children,
}: {
  id?: string;
  label: string;
  children: ReactNode;
}): ReactNode {
  const {collectAnchor} = useBrokenLinks();
  if (id) {
    collectAnchor(id);
  }
  return (
    <table id={id} className={styles.table} role="table" aria-label={label}>
      {id && <caption className={styles.caption}>{label}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Where
          </th>
          <th role="columnheader" scope="col">
            {label}
          </th>
          <th role="columnheader" scope="col">
            Newest source
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

/** `places`: id and name with a tab between, one a line. `date` is that of the newest source, `searched` that of a search. */
export function RegulationRow({
  places,
  date,
  searched,
  children,
}: {
  places: string;
  date?: string;
  searched?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <tr role="row" className={searched && styles.missing}>
      <th role="rowheader" scope="row">
        {places.split('\n').map((place, i) => {
          const [id = '', name = ''] = place.split('\t');
          return (
            <span key={id}>
              {i > 0 && ', '}
              <Place id={id} name={name} />
            </span>
          );
        })}
      </th>
      <td role="cell">{children}</td>
      <td role="cell" className={styles.date}>
        {date && (
          <>
            <span className={styles.label}>Newest source: </span>
            <DateText date={date} />
          </>
        )}
        {searched && (
          <>
            as of <DateText date={searched} />
          </>
        )}
      </td>
    </tr>
  );
}

/** Each answer has an address, also where several jurisdictions share one. */
function Place({id, name}: {id: string; name: string}): ReactNode {
  useBrokenLinks().collectAnchor(id);
  return <span id={id}>{name}</span>;
}
