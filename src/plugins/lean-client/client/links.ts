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
