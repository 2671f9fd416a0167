/**
 * Ways to point at a section: its address in the latest and in this edition, and its citation in each format, made from
 * the page's own "Cite this page"; and ways to mend it: its source, and the form for an error, made from the page's own
 * "Suggest a change". Loaded when first used.
 */
import {
  CITATION_FORMATS,
  CITATION_MARKS,
  type CitationFormat,
  type CitationMark,
} from '../evidence/citation-formats';
import {fillCitation, type CitedSection} from '../evidence/fill-citation';
import {sourceHref, sourceOf, withSection} from '../site/report-links';
import {copy, say} from './status';

const ID = 'kb-section-tools';

/** The day on the reader's own calendar. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The text of a format with its marks, read back from the page. */
function templateOf(element: Element): string {
  return [...element.childNodes]
    .map((node) =>
      node instanceof HTMLElement
        ? (CITATION_MARKS[node.dataset.mark as CitationMark] ?? '')
        : (node.textContent ?? ''),
    )
    .join('');
}

function citation(format: CitationFormat, section?: CitedSection): string {
  const element = document.querySelector(`[data-citation-format="${format}"]`);
  return element ? fillCitation(templateOf(element), format, section, today()) : '';
}

function copyAs(text: string, what: string): void {
  copy(text).then(
    () => say(`${what} copied`),
    () => say('This browser does not let the page copy: select the text under “Cite this page”'),
  );
}

function button(label: string, action: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button button--secondary button--sm';
  element.textContent = label;
  element.addEventListener('click', action);
  return element;
}

function linkTo(href: string, label: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.className = 'button button--secondary button--sm';
  element.textContent = label;
  return element;
}

/**
 * Its source and the form for an error; how to contribute, where the repository is not known.
 * @param edit the page's own "Suggest a change"
 */
function waysToMend(
  edit: HTMLAnchorElement,
  report: HTMLAnchorElement | null,
  heading: HTMLElement,
  section: CitedSection,
): HTMLElement[] {
  const source = sourceOf(edit.href);
  const line = Number(heading.dataset.line) || undefined;
  return [
    source && line !== undefined
      ? linkTo(
          sourceHref(source.repository, source.file, line),
          `Suggest a change (source, line ${line})`,
        )
      : linkTo(edit.href, 'Suggest a change'),
    ...(report ? [linkTo(withSection(report.href, section), 'Report an error')] : []),
  ];
}

function group(name: string, label: string, buttons: HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  const heading = document.createElement('p');
  heading.textContent = label;
  heading.id = `${ID}-${name}`;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-labelledby', heading.id);
  element.append(heading, ...buttons);
  return element;
}

/** Copies of its addresses and citations; each closes the tools. */
function waysToPoint(page: HTMLElement, section: CitedSection, tools: HTMLElement): HTMLElement[] {
  const {latest = '', pinned = '', edition = ''} = page.dataset;
  const address = (path: string): string =>
    new URL(`${path}#${section.id}`, window.location.href).href;
  const choose = (text: () => string, what: string) => (): void => {
    copyAs(text(), what);
    tools.hidePopover();
  };
  return [
    group('links', 'Copy a link to this section', [
      button(
        'Latest edition',
        choose(() => address(latest), 'Link to the latest edition'),
      ),
      button(
        `Edition ${edition}`,
        choose(() => address(pinned), `Link to edition ${edition}`),
      ),
    ]),
    group('citations', 'Copy a citation of this section', [
      ...CITATION_FORMATS.map(([format, label]) =>
        button(
          label,
          choose(() => citation(format, section), `${label} citation`),
        ),
      ),
    ]),
  ];
}

/**
 * Opens the tools at a heading.
 * @param link the "#" of the heading
 * @param fromKeyboard moves the focus to the first of them
 */
export function showTools(link: HTMLAnchorElement, fromKeyboard: boolean): void {
  const page = document.getElementById('cite-this-page');
  const edit = document.querySelector<HTMLAnchorElement>('a.theme-edit-this-page');
  const heading = link.closest<HTMLElement>('h2, h3, h4, h5, h6');
  if ((!page && !edit) || !heading || typeof HTMLElement.prototype.showPopover !== 'function') {
    return;
  }
  document.getElementById(ID)?.remove();
  const section: CitedSection = {
    id: heading.id,
    title: [...heading.childNodes]
      .filter((node) => node !== link)
      .map((node) => node.textContent ?? '')
      .join('')
      .trim(),
  };
  const tools = document.createElement('div');
  tools.id = ID;
  tools.popover = 'auto';
  tools.setAttribute('role', 'dialog');
  tools.setAttribute('aria-label', `The section ${section.title}`);
  if (page) {
    tools.append(...waysToPoint(page, section, tools));
  }
  if (edit) {
    const report = document.querySelector<HTMLAnchorElement>('a.kb-report-error');
    tools.append(group('mend', 'Mend this section', waysToMend(edit, report, heading, section)));
  }
  tools.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') {
      // The browser gives the focus back only where it was in the tools.
      if (fromKeyboard) {
        link.focus();
      }
      tools.remove();
    }
  });
  document.body.append(tools);
  (tools.showPopover as (options?: {source: HTMLElement}) => void)({source: link});
  if (fromKeyboard) {
    // After the browser has gone to the fragment, which takes the focus away.
    setTimeout(() => tools.querySelector<HTMLElement>('button, a')?.focus(), 0);
  }
}

/** Puts today's date and a button to copy into "Cite this page". */
export function completeCitePage(page: HTMLDetailsElement): void {
  for (const [format, label] of CITATION_FORMATS) {
    const element = page.querySelector<HTMLElement>(`[data-citation-format="${format}"]`);
    if (!element || element.dataset.complete) {
      continue;
    }
    element.dataset.complete = 'true';
    const text = citation(format);
    const place = document.createElement('span');
    place.textContent = fillCitation(CITATION_MARKS.accessed, format, undefined, today());
    element.querySelector('[data-mark="accessed"]')?.replaceChildren(...place.childNodes);
    element.previousElementSibling?.append(
      button(`Copy ${label}`, () => copyAs(text, `${label} citation`)),
    );
  }
}
