import type {ReactNode} from 'react';
import Layout from '@theme/Layout';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {Certainty, StatusTag, type CertaintyLevel, type Status} from '../AtAGlance';
import {DateText} from '../DateText';
import {Effect, type EffectDirection} from '../Effect';
import styles from './styles.module.css';

export interface HomePageEntry {
  title: string;
  permalink: string;
  description: string;
  status: {where: string; status: Status}[];
  effect?: EffectDirection;
  certainty?: CertaintyLevel;
  outcome?: string;
}

export interface HomeData {
  /** Null before the first edition is released. */
  edition: {label: string} | null;
  /** Address of the page that says how the pages were written, once the edition has it. */
  written: string | null;
  /** Main uses: their parts are on the map. */
  uses: HomePageEntry[];
  /** Address of the map of all uses. */
  map: string | null;
  harms: HomePageEntry[];
  updates: {title: string; permalink: string; date: string; event: string | null}[];
}

/** Search first, then clinical uses with status and certainty, safety, latest updates. Data: src/plugins/home. */
export default function HomePage({data}: {data: HomeData}): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  // The first in the sidebar is the overview.
  const [overview, ...harms] = data.harms;
  return (
    <Layout description={siteConfig.tagline}>
      <main className={styles.home}>
        <header className={styles.hero}>
          <h1>{siteConfig.title}</h1>
          <p>{siteConfig.tagline}</p>
          <SearchForm />
          <p className={styles.meta}>
            {data.edition && <>Edition {data.edition.label}. </>}
            <Written to={data.written}>
              Drafted by AI from cited sources; <strong>not yet clinically reviewed</strong>
            </Written>
            . <Link to="/docs/">How to use this reference</Link>
          </p>
        </header>

        <section aria-labelledby="uses">
          <h2 id="uses">Clinical uses</h2>
          <div
            className={styles.scroll}
            role="group"
            aria-label="Clinical uses, table"
            tabIndex={0}
          >
            <table aria-labelledby="uses">
              <thead>
                <tr>
                  <th scope="col">Use</th>
                  <th scope="col">Status</th>
                  <th scope="col">Main outcome: direction and certainty</th>
                </tr>
              </thead>
              <tbody>
                {data.uses.map(({title, permalink, status, effect, certainty, outcome}) => (
                  <tr key={permalink}>
                    <th scope="row">
                      <Link to={permalink}>{title}</Link>
                    </th>
                    <td>
                      <ul className={styles.statuses}>
                        {status.map((place) => (
                          <li key={place.where + place.status}>
                            <StatusTag status={place.status} /> {place.where}
                          </li>
                        ))}
                      </ul>
                    </td>
                    <td>
                      <div className={styles.finding}>
                        {effect && <Effect direction={effect} />}
                        {certainty && (
                          <span>
                            <Certainty level={certainty} /> certainty
                          </span>
                        )}
                      </div>
                      {outcome && <div className={styles.outcome}>{outcome}</div>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {data.map && (
            <p className={styles.more}>
              <Link to={`${data.map}#uses-at-a-glance`}>
                Evidence map: every use with outcome, trials and certainty
              </Link>
            </p>
          )}
        </section>

        <section aria-labelledby="safety">
          <h2 id="safety">Safety</h2>
          {overview && (
            <p>
              <Link to={overview.permalink}>{overview.title}</Link>: {overview.description}
            </p>
          )}
          {harms.length > 0 && (
            <ul className={styles.harms}>
              {harms.map(({title, permalink}) => (
                <li key={permalink}>
                  <Link to={permalink}>{title}</Link>
                </li>
              ))}
            </ul>
          )}
        </section>

        <section aria-labelledby="updates">
          <h2 id="updates">What’s new</h2>
          <ul className={styles.updates}>
            {data.updates.map(({title, permalink, date, event}) => (
              <li key={permalink}>
                <Link to={permalink}>{title}</Link>{' '}
                <span className={styles.dates}>
                  posted <DateText date={date} />
                  {event && event !== date && (
                    <>
                      , event of <DateText date={event} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/blog/">All updates</Link>
          </p>
        </section>
      </main>
    </Layout>
  );
}

function Written({to, children}: {to: string | null; children: ReactNode}): ReactNode {
  return to ? <Link to={to}>{children}</Link> : children;
}

/** A plain form: it works before scripts have loaded, and the results page has an address. */
function SearchForm(): ReactNode {
  return (
    <form className={styles.search} role="search" action={useBaseUrl('/search/')} method="get">
      <label htmlFor="home-search">Search the reference</label>
      <div>
        <input
          id="home-search"
          type="search"
          name="q"
          placeholder="esketamine blood pressure"
          autoComplete="off"
          required
        />
        <button type="submit" className="button button--primary">
          Search
        </button>
      </div>
    </form>
  );
}
