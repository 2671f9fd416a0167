const SHOWN_MS = 2500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** One status line for the whole page, read out by screen readers. */
export function say(text: string): void {
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

/** Rejects without permission or a secure context. */
export function copy(text: string): Promise<void> {
  return navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('none'));
}
