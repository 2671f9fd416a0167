/** Says above the text that the page has no such section, and which it has. Loaded when it happens. */
export function showMissingSection(id: string): void {
  const article = document.querySelector('main article');
  const headings = article?.querySelectorAll<HTMLElement>('.markdown h2[id]') ?? [];
  if (!article || document.getElementById('kb-missing-section')) {
    return;
  }
  const box = document.createElement('div');
  box.id = 'kb-missing-section';
  box.setAttribute('role', 'status');
  const text = document.createElement('p');
  const list = document.createElement('ul');
  for (const heading of headings) {
    const link = document.createElement('a');
    link.href = `#${heading.id}`;
    link.textContent = [...heading.childNodes]
      .filter((node) => !(node instanceof Element && node.matches('.hash-link')))
      .map((node) => node.textContent)
      .join('')
      .trim();
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  article.prepend(box);
  // Filled after it is there, so that screen readers tell it.
  text.textContent = `This page has no section “${id}”.${list.children.length > 0 ? ' It has:' : ''}`;
  box.append(text, list);
  window.scrollTo(0, 0);
}
