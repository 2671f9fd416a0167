/**
 * Marks the words that search found on the page that its result leads to, and lets the reader end that. mark.js is
 * loaded only where there is something to mark.
 */
import type {ClientModule} from '@docusaurus/types';
import {HIGHLIGHT} from '../components/Search/links';
import {markPattern} from '../components/Search/marks';

const BUTTON = 'kb-unmark';

const module: ClientModule = {
  onRouteDidUpdate({location}) {
    document.getElementById(BUTTON)?.remove();
    const pattern = markPattern(
      new URLSearchParams(location.search).getAll(HIGHLIGHT).map((mark) => mark.toLowerCase()),
    );
    const article = document.querySelector('article');
    if (pattern && article) {
      void mark(article, pattern);
    }
  },
};

export default module;

async function mark(article: Element, pattern: RegExp): Promise<void> {
  const {default: Mark} = await import('mark.js');
  const marks = new Mark(article);
  marks.unmark();
  marks.markRegExp(pattern, {exclude: ['[popover] *', '[data-citation] *', 'nav *', 'svg *']});
  if (!article.querySelector('mark[data-markjs]')) {
    return;
  }
  const button = document.createElement('button');
  button.id = BUTTON;
  button.type = 'button';
  button.className = 'button button--secondary button--sm';
  button.textContent = 'Remove highlighting';
  button.addEventListener('click', () => {
    marks.unmark();
    button.remove();
    const address = new URL(window.location.href);
    address.searchParams.delete(HIGHLIGHT);
    // The router's own state stays, so that Back still works.
    window.history.replaceState(window.history.state, '', address);
    article.querySelector<HTMLElement>('h1')?.focus();
  });
  document.body.append(button);
}
