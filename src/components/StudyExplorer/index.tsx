import {useMemo, type ReactNode} from 'react';
import Layout from '@theme/Layout';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useTable} from '@tanstack/react-table';
import {Certainty, type CertaintyLevel} from '../AtAGlance';
import {addressOf, readAddress, type ExplorerState, type SortId} from './address';
import {NONE, type ExplorerData, type ExplorerRow, type Facet, type FacetId} from './data';
import {columnsOf, features, labelsOf, wordsOf, type Labels} from './table';
import {useAddress} from './use-address';
import styles from './styles.module.css';

const HEADS: {id: SortId; label: string; descFirst?: boolean}[] = [
  {id: 'study', label: 'Study'},
  {id: 'condition', label: 'Condition'},
  {id: 'drug', label: 'Drug'},
  {id: 'route', label: 'Route'},
  {id: 'comparator', label: 'Compared with'},
  {id: 'design', label: 'Design'},
  {id: 'size', label: 'People', descFirst: true},
  {id: 'year', label: 'Year', descFirst: true},
  {id: 'certainty', label: 'Certainty', descFirst: true},
];

/** All studies in one table: complete without scripts, sorted and filtered with them. Data: src/plugins/study-explorer. */
export default function StudyExplorer({data}: {data: ExplorerData}): ReactNode {
  const {rows, facets, edition} = data;
  return (
    <Layout
      title="Studies"
      description={`The ${rows.length} studies behind the pages of this reference, to sort and filter by condition, drug, route, comparator, design, size, year and certainty.`}
    >
      <main className={styles.explorer}>
        <h1>Studies</h1>
        <p>
          {rows.length} studies behind the pages of{' '}
          {edition ? `edition ${edition}` : 'the next edition (draft)'}: trials, observational
          studies and reviews. Each leads to its record with arms, results and harms.{' '}
          <Link to="/docs/about/how-evidence-is-judged/">How evidence is judged</Link>
        </p>
        <noscript>
          <p>Sorting and filtering need JavaScript. The table below is complete without it.</p>
        </noscript>
        <Explorer rows={rows} facets={facets} />
      </main>
    </Layout>
  );
}

function Explorer({rows, facets}: Pick<ExplorerData, 'rows' | 'facets'>): ReactNode {
  const [search, setSearch] = useAddress();
  const state = useMemo(() => readAddress(search, facets), [search, facets]);
  const columns = useMemo(() => columnsOf(facets), [facets]);
  const labels = useMemo(() => labelsOf(facets), [facets]);
  const table = useTable({
    features,
    data: rows,
    columns,
    getRowId: ({id}) => id,
    state: useMemo(
      () => ({
        columnFilters: Object.entries(state.filters).map(([id, value]) => ({id, value})),
        sorting: [state.sort],
      }),
      [state],
    ),
  });
  const go = (next: Partial<ExplorerState>): void => setSearch(addressOf({...state, ...next}));
  const shown = table.getRowModel().rows;
  const filtered = Object.keys(state.filters).length > 0;

  return (
    <>
      <Filters
        facets={facets}
        filters={state.filters}
        count={(id) => table.getColumn(id)!.getFacetedUniqueValues()}
        total={(id) => table.getColumn(id)!.getFacetedRowModel().rows.length}
        onChange={(filters) => go({filters})}
      />
      <p role="status" className={styles.status}>
        {filtered ? `${shown.length} of ${rows.length} studies` : `All ${rows.length} studies`},
        sorted by {HEADS.find(({id}) => id === state.sort.id)!.label.toLowerCase()}
        {state.sort.desc ? ', descending' : ', ascending'}
      </p>
      <div className={styles.scroll} role="region" aria-label="Table of studies" tabIndex={0}>
        <table aria-label="Studies">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <SortHead key={head.id} {...head} sort={state.sort} onSort={(sort) => go({sort})} />
              ))}
              <th scope="col">What it adds</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({id, original}) => (
              <StudyRow key={id} row={original} labels={labels} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p>No study fits all of these. Set one of them back to Any.</p>}
      </div>
    </>
  );
}

function Filters({
  facets,
  filters,
  count,
  total,
  onChange,
}: {
  facets: readonly Facet[];
  filters: ExplorerState['filters'];
  /** How many studies each value would show, the other filters as they are. */
  count: (id: FacetId) => Map<string, number>;
  /** How many studies are shown without this filter. */
  total: (id: FacetId) => number;
  onChange: (filters: ExplorerState['filters']) => void;
}): ReactNode {
  const ready = useIsBrowser();
  return (
    <form
      className={styles.filters}
      aria-label="Filter studies"
      onSubmit={(e) => e.preventDefault()}
    >
      <fieldset disabled={!ready}>
        <legend>Filter</legend>
        {facets.map(({id, label, choices}) => {
          const counts = count(id);
          const option = ({value, label: text}: Facet['choices'][number]): ReactNode => (
            <option key={value} value={value}>
              {text} ({counts.get(value) ?? 0})
            </option>
          );
          const groups = [...new Set(choices.map(({group}) => group))];
          return (
            <label key={id}>
              <span>{label}</span>
              <select
                value={filters[id] ?? ''}
                onChange={({target}) => onChange({...filters, [id]: target.value || undefined})}
              >
                <option value="">Any ({total(id)})</option>
                {groups.map((group) => {
                  const inGroup = choices.filter((choice) => choice.group === group).map(option);
                  return group ? (
                    <optgroup key={group} label={group}>
                      {inGroup}
                    </optgroup>
                  ) : (
                    inGroup
                  );
                })}
              </select>
            </label>
          );
        })}
        <button
          type="button"
          className="button button--secondary button--sm"
          onClick={() => onChange({})}
        >
          Clear filters
        </button>
      </fieldset>
    </form>
  );
}

function SortHead({
  id,
  label,
  descFirst = false,
  sort,
  onSort,
}: (typeof HEADS)[number] & {
  sort: ExplorerState['sort'];
  onSort: (sort: ExplorerState['sort']) => void;
}): ReactNode {
  const ready = useIsBrowser();
  const sorted = sort.id === id;
  const direction = sort.desc ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? direction : undefined}>
      <button
        type="button"
        disabled={!ready}
        onClick={() => onSort({id, desc: sorted ? !sort.desc : descFirst})}
      >
        {label}
        <span aria-hidden="true">{sorted ? (sort.desc ? ' ▼' : ' ▲') : ' ↕'}</span>
      </button>
    </th>
  );
}

function StudyRow({row, labels}: {row: ExplorerRow; labels: Labels}): ReactNode {
  const [certainty] = row.values.certainty;
  const cell = (id: FacetId): ReactNode => wordsOf(row, id, labels) || <Unknown />;
  return (
    <tr>
      <th scope="row">
        <a href={useBaseUrl(`/studies/${row.id}/`)}>{row.title}</a>
        {row.status && <div className={styles.small}>{row.status}</div>}
      </th>
      <td>{cell('condition')}</td>
      <td>{cell('drug')}</td>
      <td>{cell('route')}</td>
      <td>{cell('comparator')}</td>
      <td>{cell('design')}</td>
      <td className={styles.number}>
        {row.n === undefined ? <Unknown /> : row.n.toLocaleString('en-US')}
        {row.planned && ' planned'}
        {row.counting && <div className={styles.small}>{row.counting}</div>}
      </td>
      <td className={styles.number}>{row.year ?? <Unknown />}</td>
      <td>
        {certainty === NONE ? <Unknown /> : <Certainty level={certainty as CertaintyLevel} />}
      </td>
      <td className={styles.finding}>{row.finding}</td>
    </tr>
  );
}

/** An empty cell that is not taken for a mistake. */
function Unknown(): ReactNode {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className={styles.hidden}>not recorded</span>
    </>
  );
}
