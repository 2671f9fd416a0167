/**
 * Copies a section's address when its "#" is used, by mouse, touch or keyboard, says so, and offers the ways to mend the
 * section and, on pages of a released edition, to point at it (section-tools.ts, loaded then). The link still works as a plain
 * anchor: without JavaScript, and with a modifier key.
 */
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {copy, say} from './status';

/** The address to share: without the words that search put into it. */
function shareable(href: string): string {
  const url = new URL(href, window.location.href);
  url.search = '';
  return url.href;
}

/** One place that imports them makes one file of them. */
const loadTools = () => import('./section-tools');

if (ExecutionEnvironment.canUseDOM) {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('a.hash-link')
        : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    copy(shareable(link.href)).then(
      () => say('Link to this section copied'),
      // The address bar holds the link in any case.
      () => say('The address bar now holds the link to this section'),
    );
    if (document.querySelector('#cite-this-page, .theme-edit-this-page')) {
      // A click without a pointer came from the keyboard: its focus goes into the tools.
      void loadTools().then(({showTools}) => showTools(link, event.detail === 0));
    }
  });

  document.addEventListener(
    'toggle',
    ({target}) => {
      if (target instanceof HTMLDetailsElement && target.id === 'cite-this-page' && target.open) {
        void loadTools().then(({completeCitePage}) => completeCitePage(target));
      }
    },
    // Does not bubble.
    true,
  );
}
