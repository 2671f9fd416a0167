/**
 * Search in a copy of an edition. A page opened from a disk may neither fetch files nor start workers, so its script runs
 * the engine itself, and the files of the index are scripts that hand over their content (src/pack/search.ts).
 */
import {SearchWorker} from '@easyops-cn/docusaurus-search-local/dist/client/client/theme/worker';
import {excerptOf, markPattern} from '../../components/Search/marks';
import {statusText} from '../../components/Search/status';
import {fileAddress} from '../../search/addresses';
import {createEngine, type Answer} from '../../search/engine';
import type {PageFound} from '../../search/rank';
import {readIndexFile} from '../../search/read';
import type {CopyOfIndex} from '../search';

const LIMIT = 20;

const index = (globalThis as unknown as {copyOfIndex: CopyOfIndex}).copyOfIndex;
const {template, edition, root, files, texts} = index;

// The theme's code fetches its files; here they are all loaded.
globalThis.fetch = async (address) =>
  ({json: async () => readIndexFile(files[String(address)])}) as Response;

const engine = createEngine(new SearchWorker(), async (base, name) => {
  const file = files[fileAddress(template, base, name)];
  if (file === undefined) {
    throw new Error(`The copy has no ${name} for ${base}.`);
  }
  return file;
});

const form = document.querySelector<HTMLFormElement>('form[role="search"]')!;
const input = form.querySelector('input')!;
const status = document.querySelector('main [role="status"]')!;
const results = document.getElementById('results')!;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** Text stays text: nothing typed becomes HTML. */
function marked(text: string, marks: readonly string[]): (Node | string)[] {
  const pattern = markPattern(marks);
  return pattern
    ? text.split(pattern).map((part, n) => (n % 2 === 1 ? element('mark', part) : part))
    : [text];
}

/** From search/index.html to a page, by its address on the site. */
function hrefOf(url: string, hash: string): string {
  return `../${url.slice(root.length)}${url.endsWith('/') ? '' : '/'}index.html${hash}`;
}

async function textsOf({id}: PageFound): Promise<Record<string, string>> {
  if (!texts[id]) {
    await new Promise<void>((resolve) => {
      const script = element('script');
      script.src = `texts/${id}.js`;
      script.onload = script.onerror = () => resolve();
      document.head.append(script);
    });
  }
  return texts[id] ?? {};
}

async function itemOf(page: PageFound): Promise<HTMLElement> {
  const known = await textsOf(page);
  const link = (hash: string, ...text: (Node | string)[]): HTMLElement => {
    const made = element('a', ...text);
    made.href = hrefOf(page.url, hash);
    return made;
  };
  const sections = page.sections.map(({hash, heading, marks}) => {
    const text = known[hash];
    return element(
      'li',
      link(hash, ...marked(heading, marks)),
      ...(text ? [element('p', ...marked(excerptOf(text, marks), marks))] : []),
    );
  });
  return element(
    'li',
    element('h2', link('', page.title)),
    element('p', page.breadcrumb.join(' › ')),
    element('ul', ...sections),
  );
}

document.querySelector('[data-without-scripts]')?.remove();

let asked = 0;

async function search(query: string): Promise<void> {
  asked += 1;
  const mine = asked;
  if (!query.trim()) {
    status.textContent = '';
    results.replaceChildren();
    return;
  }
  const answer: Answer = await engine.full({edition, root}, query, LIMIT);
  const {pages, posts, corrected, proposal} = answer;
  const items = await Promise.all([...pages, ...posts].map(itemOf));
  if (mine === asked) {
    const said = statusText({kind: 'found', query, answer, texts: {}, complete: true}, query);
    status.textContent = [
      said,
      corrected ? 'Spelling mended.' : '',
      proposal ? `Did you mean “${proposal}”?` : '',
    ]
      .filter(Boolean)
      .join(' ');
    results.replaceChildren(...items);
  }
}

input.addEventListener('input', () => void search(input.value));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search(input.value);
});
input.value = new URLSearchParams(location.search).get('q') ?? '';
void search(input.value);
