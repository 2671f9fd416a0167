/**
 * Texts of pages as the build wrote them. The page that was opened is already in the document; the text of any other is
 * read from its HTML when the reader goes there. React neither carries nor hydrates them: nothing in them needs it.
 */

/** Element that holds a page's text: of a docs page, of a post. */
const TEXT = '.theme-doc-markdown, #__blog-post-container';

interface Body {
  __html: string;
}

/** By address. The objects are kept, since React writes the text anew for another object. */
const bodies = new Map<string, Body>();

/**
 * Makes the text of a page ready for `bodyOf`.
 * @param permalink address of the page below the origin: `/docs/safety/overview/`
 * @throws Error where the page cannot be loaded, or has no text
 */
export async function loadBody(permalink: string): Promise<void> {
  if (!bodies.has(permalink)) {
    // An address in capitals is answered with the page for unknown ones, which has no text.
    const text =
      (isOpen(permalink) && document.querySelector(TEXT)) ||
      (await fetchPage(permalink)).querySelector(TEXT);
    if (!text) {
      throw new Error(`${permalink} has no text.`);
    }
    bodies.set(permalink, {__html: text.innerHTML});
  }
}

/** @param permalink address of a page whose text has been loaded */
export function bodyOf(permalink: string): Body {
  return bodies.get(permalink)!;
}

/** Whether the document, as it was served, is that page. */
function isOpen(permalink: string): boolean {
  return (
    document.documentElement.getAttribute('data-has-hydrated') !== 'true' &&
    withSlash(decodeURI(window.location.pathname)).toLowerCase() ===
      withSlash(permalink).toLowerCase()
  );
}

/** Addresses of pages end in a slash; Docusaurus' metadata leave it out. */
function withSlash(address: string): string {
  return address.replace(/\/?$/, '/');
}

async function fetchPage(permalink: string): Promise<Document> {
  const answer = await fetch(withSlash(permalink));
  if (!answer.ok) {
    throw new Error(`${permalink} could not be loaded: ${answer.status}`);
  }
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
