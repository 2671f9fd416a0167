/**
 * Opens the preview of a citation (an HTML popover that the page already holds) from its link: on mouse hover, keyboard
 * focus and tap. A mouse click and Enter still follow the link to the reference list.
 */
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';

const LINK = 'a[data-preview]';
/** Long enough not to flash when the pointer only passes over a number. */
const HOVER_DELAY_MS = 150;
/** Long enough to move from the number into the preview. */
const LEAVE_DELAY_MS = 300;

let opened: {link: HTMLElement; preview: HTMLElement} | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function linkOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(LINK) : null;
}

function open(link: HTMLElement): void {
  const preview = document.getElementById(link.dataset.preview ?? '');
  if (!preview || typeof preview.showPopover !== 'function' || opened?.link === link) {
    return;
  }
  close();
  opened = {link, preview};
  // `source` makes the link the anchor that CSS places the preview at; older browsers ignore it and show the sheet.
  (preview.showPopover as (options?: {source: HTMLElement}) => void)({source: link});
}

/** Where the preview is a sheet at the foot of the screen, what has the focus moves out from under it. */
function uncover(link: HTMLElement): void {
  const sheet = opened?.preview.getBoundingClientRect();
  const box = link.getBoundingClientRect();
  if (sheet && box.bottom > sheet.top && box.top < sheet.bottom && box.left < sheet.right) {
    link.scrollIntoView({block: 'start'});
  }
}

function close(): void {
  if (opened?.preview.matches(':popover-open')) {
    opened.preview.hidePopover();
  }
  opened = undefined;
}

function later(action: () => void, delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

function isInside(target: EventTarget | null): boolean {
  return (
    opened !== undefined &&
    target instanceof Node &&
    (opened.preview.contains(target) || opened.link.contains(target))
  );
}

if (ExecutionEnvironment.canUseDOM) {
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') {
      return;
    }
    const link = linkOf(event.target);
    if (link) {
      later(() => open(link), HOVER_DELAY_MS);
    } else if (isInside(event.target)) {
      clearTimeout(timer);
    } else if (opened) {
      later(close, LEAVE_DELAY_MS);
    } else {
      clearTimeout(timer);
    }
  });

  document.addEventListener('focusin', (event) => {
    const link = linkOf(event.target);
    if (link?.matches(':focus-visible')) {
      clearTimeout(timer);
      open(link);
      // After the browser has brought it into view.
      requestAnimationFrame(() => uncover(link));
    } else if (!isInside(event.target)) {
      close();
    }
  });

  document.addEventListener(
    'click',
    (event) => {
      const link = linkOf(event.target);
      const isTouch = (event as PointerEvent).pointerType === 'touch';
      if (link && isTouch && event.button === 0) {
        // A finger cannot hover: the tap shows the preview, whose own link leads to the list.
        event.preventDefault();
        event.stopPropagation();
        clearTimeout(timer);
        open(link);
      } else if (event.target instanceof Element && event.target.closest('a')) {
        close();
      }
    },
    true,
  );

  document.addEventListener(
    'toggle',
    (event) => {
      // Closed by Escape or a tap outside.
      if (event.target === opened?.preview && (event as ToggleEvent).newState === 'closed') {
        opened = undefined;
      }
    },
    true,
  );
}
