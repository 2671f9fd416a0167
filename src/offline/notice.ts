/** One line at the foot of the window that says what became of the copy, or of the network. Read out politely. */

const ID = 'kb-offline';

export interface Choice {
  label: string;
  action: () => void;
}

/**
 * Shows a notice in place of the one before. It can always be closed.
 * @param link a page that says more
 */
export function showNotice(
  text: string,
  {choices = [], link}: {choices?: readonly Choice[]; link?: {label: string; href: string}} = {},
): void {
  let notice = document.getElementById(ID);
  if (!notice) {
    notice = document.createElement('div');
    notice.id = ID;
    notice.setAttribute('role', 'status');
    document.body.append(notice);
  }
  const words = document.createElement('p');
  words.textContent = text;
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.textContent = link.label;
    words.append(' ', anchor);
  }
  const buttons = [...choices, {label: 'Close', action: () => undefined}].map(({label, action}) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button--secondary button--sm';
    button.textContent = label;
    button.addEventListener('click', () => {
      hideNotice();
      action();
    });
    return button;
  });
  notice.replaceChildren(words, ...buttons);
}

export function hideNotice(): void {
  document.getElementById(ID)?.remove();
}
