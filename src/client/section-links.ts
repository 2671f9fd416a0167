/**
 * Copies a section's address when its "#" is used, by mouse, touch or keyboard, and says so. The link still works as a
 * plain anchor: without JavaScript, and with a modifier key.
 */
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';

const SHOWN_MS = 2500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** One status line for the whole page, read out by screen readers. */
function say(text: string): void {
  let status = document.getElementById('kb-status');
  if (!status) {
    status = document.createElement('div');
    status.id = 'kb-status';
    status.setAttribute('role', 'status');
    document.body.append(status);
  }
  status.textContent = text;
  status.dataset.shown = 'true';
  clearTimeout(timer);
  timer = setTimeout(() => {
    status.dataset.shown = 'false';
    status.textContent = '';
  }, SHOWN_MS);
}

/** The address to share: without the words that search put into it. */
function shareable(href: string): string {
  const url = new URL(href, window.location.href);
  url.search = '';
  return url.href;
}

if (ExecutionEnvironment.canUseDOM) {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.hash-link') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    const address = shareable((link as HTMLAnchorElement).href);
    const copied = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('none'));
    copied.then(
      () => say('Link to this section copied'),
      // Without permission or a secure context the address bar holds the link.
      () => say('The address bar now holds the link to this section'),
    );
  });
}
