import {useState, type MouseEvent as ReactMouseEvent, type SyntheticEvent} from 'react';
import {useHistory} from '@docusaurus/router';
import routes from '@generated/routes';
import {matchRoutes} from 'react-router-config';

/** Whether the app itself shows that address; others (studies, files, other editions) are loaded from the server. */
export function isRoute(pathname: string): boolean {
  const last = matchRoutes(routes, pathname).at(-1);
  return last !== undefined && last.match.isExact && last.route.path !== '*';
}

/** The link to a page of this site that an event happened in; none for links of the page to itself. */
export function linkOf({target}: {target: EventTarget}): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  return link &&
    link.origin === window.location.origin &&
    !link.getAttribute('href')!.startsWith('#') &&
    isRoute(link.pathname)
    ? link
    : null;
}

/** What of a click decides where it leads: a click with the main button alone stays in this window. */
type Click = Pick<
  MouseEvent,
  'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'
>;

/** Whether a click on a link opens its page in this window. */
export function followedHere(click: Click, link: HTMLAnchorElement): boolean {
  return (
    !click.defaultPrevented &&
    click.button === 0 &&
    !(click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) &&
    (link.target === '' || link.target === '_self') &&
    !link.hasAttribute('download')
  );
}

interface Listeners {
  onClick: (event: ReactMouseEvent) => void;
  onMouseOver: (event: SyntheticEvent) => void;
  onTouchStart: (event: SyntheticEvent) => void;
}

/**
 * @returns listeners for an element whose content React does not make: its links are followed as the app's own are,
 * without loading the page anew, and read ahead once the pointer or finger is on them
 */
export function useLinks(): Listeners {
  const history = useHistory();
  const [read] = useState(() => new Set<string>());

  function readAhead(event: SyntheticEvent): void {
    const link = linkOf(event);
    if (link && !read.has(link.pathname) && link.pathname !== window.location.pathname) {
      read.add(link.pathname);
      window.docusaurus.preload(link.pathname);
    }
  }

  return {
    onClick(event) {
      const link = linkOf(event);
      if (link && followedHere(event, link)) {
        event.preventDefault();
        history.push(link.pathname + link.search + link.hash);
      }
    },
    onMouseOver: readAhead,
    onTouchStart: readAhead,
  };
}
