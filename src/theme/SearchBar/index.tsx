/**
 * *Ejected* from @easyops-cn/docusaurus-search-local: the stock box waits for the whole index, says nothing when it
 * cannot be had or finds nothing, lists a page once for each section, announces nothing, and brings mark.js into the
 * bundle of every page. What it finds is still the theme's index, asked through the theme's worker.
 */
import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import Link from '@docusaurus/Link';
import {useHistory} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {
  useActivePlugin,
  useActiveVersion,
  useVersions,
} from '@docusaurus/plugin-content-docs/client';
import {Excerpt} from '@site/src/components/Search/Excerpt';
import {resultsHref, sectionHref} from '@site/src/components/Search/links';
import {Marked} from '@site/src/components/Search/Marked';
import {editionText, statusText} from '@site/src/components/Search/status';
import {prepareSearch, useSearch, type SearchState} from '@site/src/components/Search/use-search';
import type {PageFound, SectionFound} from '@site/src/search/rank';
import styles from './styles.module.css';

const PAGES = 6;
const POSTS = 2;
const SECTIONS = 2;

/** A page or post with those of its sections that are listed, each with its place in the whole list. */
interface Group {
  page: PageFound;
  isPost: boolean;
  options: {section: SectionFound; href: string; place: number}[];
}

export default function SearchBar({
  handleSearchBarToggle,
}: {
  handleSearchBarToggle?: (open: boolean) => void;
}): ReactNode {
  const history = useHistory();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const {edition, root, label} = useEdition();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const byKey = useRef(false);
  const [state, retry] = useSearch({edition, root}, open ? query : '', PAGES);
  useShortcut(input);

  const groups = groupsOf(state);
  const options = groups.flatMap((group) => group.options);
  const all = resultsHref(root, edition, query);
  const shown = open && query.trim() !== '' && state.kind !== 'idle';
  const hasOptions = shown && options.length > 0;

  // Also when texts come to options before it. Not under a mouse, which points at what it can see.
  useEffect(() => {
    if (byKey.current) {
      document.getElementById(`${id}-${active}`)?.scrollIntoView({block: 'nearest'});
    }
  }, [id, active, state]);

  function type(next: string): void {
    setQuery(next);
    setActive(0);
    setOpen(true);
  }

  function change(next: boolean): void {
    setOpen(next);
    handleSearchBarToggle?.(next);
    if (next) {
      prepareSearch({edition, root});
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (query.trim()) {
      // Until the list is that of what stands in the box, Enter leads to all results.
      const isCurrent = hasOptions && state.kind === 'found' && state.query === query;
      change(false);
      input.current?.blur();
      history.push((isCurrent ? options[active]?.href : undefined) ?? all);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The last option leads to all results.
    const next = hasOptions ? moveTo(event.key, active, options.length) : undefined;
    if (next !== undefined) {
      event.preventDefault();
      byKey.current = true;
      setActive(next);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (shown) {
        change(false);
      } else {
        setQuery('');
      }
    } else if (event.key === 'ArrowDown' && !open) {
      change(true);
    }
  }

  function onBlur(event: FocusEvent): void {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      change(false);
    }
  }

  return (
    <div className={`navbar__search ${styles.bar}`} onBlur={onBlur}>
      <form
        role="search"
        aria-label="Quick search"
        action={`${root}search/`}
        method="get"
        onSubmit={onSubmit}
      >
        <input
          ref={input}
          className={`navbar__search-input ${styles.input}`}
          type="search"
          name="q"
          placeholder="Search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          role="combobox"
          aria-label="Search"
          aria-autocomplete="list"
          aria-expanded={hasOptions}
          aria-controls={hasOptions ? `${id}-list` : undefined}
          aria-activedescendant={hasOptions ? `${id}-${active}` : undefined}
          aria-keyshortcuts="Control+K Meta+K"
          value={query}
          onChange={(event) => type(event.target.value)}
          onFocus={() => change(true)}
          onMouseEnter={() => prepareSearch({edition, root})}
          onKeyDown={onKeyDown}
        />
        <svg aria-hidden="true" className={styles.icon} viewBox="0 0 16 16">
          <circle cx="6.5" cy="6.5" r="4.75" />
          <path d="m10 10 4.5 4.5" />
        </svg>
        <kbd className={styles.hint} aria-hidden="true">
          Ctrl K
        </kbd>
      </form>
      <div role="status" className={styles.status}>
        {shown ? statusText(state, query) : ''}
      </div>
      {shown && (
        <div className={styles.panel}>
          {hasOptions ? (
            <List
              id={id}
              groups={groups}
              texts={state.kind === 'found' ? state.texts : {}}
              edition={editionText(label)}
              all={{href: all, place: options.length, query: query.trim()}}
              active={active}
              onActive={(place) => {
                byKey.current = false;
                setActive(place);
              }}
              onChoose={() => change(false)}
            />
          ) : (
            <Without state={state} all={all} onRetry={retry} onPropose={type} />
          )}
        </div>
      )}
    </div>
  );
}

function groupsOf(state: SearchState): Group[] {
  if (state.kind !== 'found') {
    return [];
  }
  const {pages, posts} = state.answer;
  let place = 0;
  return [...pages.slice(0, PAGES), ...posts.slice(0, POSTS)].map((page) => ({
    page,
    isPost: posts.includes(page),
    options: page.sections.slice(0, SECTIONS).map((section) => ({
      section,
      href: sectionHref(page, section),
      place: place++,
    })),
  }));
}

/** The list below the box. Focus stays in the box, whose keys move through it. */
function List({
  id,
  groups,
  texts,
  edition,
  all,
  active,
  onActive,
  onChoose,
}: {
  /** Begins the ids of the list and its options. */
  id: string;
  groups: readonly Group[];
  texts: Record<number, Record<string, string>>;
  edition: string;
  /** The last option. */
  all: {href: string; place: number; query: string};
  active: number;
  onActive: (place: number) => void;
  onChoose: () => void;
}): ReactNode {
  const option = (place: number) => ({
    role: 'option',
    id: `${id}-${place}`,
    'aria-selected': place === active,
    tabIndex: -1,
    onClick: onChoose,
    onMouseMove: () => onActive(place),
  });
  return (
    <div
      role="listbox"
      id={`${id}-list`}
      className={styles.list}
      aria-label={`Results: ${edition}`}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className={styles.edition} aria-hidden="true">
        {edition}
      </div>
      {groups.map(({page, isPost, options}) => (
        <div key={page.url} role="group" aria-label={page.title} className={styles.page}>
          <div className={styles.title} aria-hidden="true">
            {isPost && <span className={styles.post}>Update </span>}
            <strong>{page.title}</strong>{' '}
            <span className={styles.breadcrumb}>{page.breadcrumb.join(' › ')}</span>
          </div>
          {options.map(({section, href, place}) => (
            <Link key={place} to={href} className={styles.option} {...option(place)}>
              <span className={styles.heading}>
                <Marked text={section.heading} marks={section.marks} />
              </span>
              <span className={styles.excerpt}>
                <Excerpt texts={texts[page.id]} section={section} />
              </span>
            </Link>
          ))}
        </div>
      ))}
      <Link to={all.href} className={`${styles.option} ${styles.all}`} {...option(all.place)}>
        All results for “{all.query}”
      </Link>
    </div>
  );
}

/** What the panel says where there is nothing to list. */
function Without({
  state,
  all,
  onRetry,
  onPropose,
}: {
  state: SearchState;
  all: string;
  onRetry: () => void;
  onPropose: (query: string) => void;
}): ReactNode {
  switch (state.kind) {
    case 'searching':
      return <p>Searching…</p>;
    case 'failed':
      return (
        <>
          <p>The search index could not be loaded.</p>
          <p>
            <button type="button" className="button button--secondary button--sm" onClick={onRetry}>
              Try again
            </button>{' '}
            or choose from <Link to={all}>all pages</Link>.
          </p>
        </>
      );
    case 'found': {
      const {proposal} = state.answer;
      return (
        <>
          <p>Nothing found for “{state.query.trim()}”.</p>
          {proposal && (
            <p>
              Did you mean{' '}
              <button type="button" className={styles.proposal} onClick={() => onPropose(proposal)}>
                {proposal}
              </button>
              ?
            </p>
          )}
          <p>
            <Link to={all}>All pages, and how to tell us what is missing</Link>
          </p>
        </>
      );
    }
    case 'idle':
      return null;
  }
}

/** @returns the option that a key moves to; undefined for other keys */
function moveTo(key: string, active: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active === last ? 0 : active + 1;
    case 'ArrowUp':
      return active === 0 ? last : active - 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** The edition of the page that is read; the latest on all other pages. */
function useEdition(): {edition: string; root: string; label: string} {
  const root = useBaseUrl('/');
  const plugin = useActivePlugin();
  const active = useActiveVersion(plugin?.pluginId ?? 'default');
  const versions = useVersions('default');
  const version = active ?? versions.find(({isLast}) => isLast) ?? versions[0]!;
  return {edition: version.isLast ? root : `${version.path}/`, root, label: version.label};
}

/** Ctrl+K or Cmd+K leads to the box, and `/` where nothing is being typed. */
function useShortcut(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const typing =
        target?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? '');
      const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (chord || (event.key === '/' && !typing)) {
        event.preventDefault();
        input.current?.focus();
        input.current?.select();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [input]);
}
