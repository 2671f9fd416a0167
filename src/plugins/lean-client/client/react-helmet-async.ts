import {
  Children,
  Fragment,
  isValidElement,
  useLayoutEffect,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

type Tag = ReactElement<Record<string, unknown>, string>;

/** What each mounted Helmet asks for, by its place: a parent is rendered before its children, and these win. */
const asked = new Map<number, Tag[]>();
let places = 0;
let isDue = false;

/** In place of the library's own, which the server uses: in the browser there is one document and no context. */
export function HelmetProvider({children}: {children: ReactNode}): ReactNode {
  return children;
}

/**
 * In place of the library's own, which is 5 KB: title, meta, link and other elements of the head, and attributes of
 * html and body. Of two that mean the same (a description, the canonical address), that of the inner component stands.
 * @param children elements as HTML has them (`<title>`, `<meta>`, `<html>`), or fragments of them
 */
export function Helmet({children}: {children?: ReactNode}): ReactNode {
  const [place] = useState(() => (places += 1));
  useLayoutEffect(() => {
    asked.set(place, tagsOf(children));
    updateSoon();
    return () => {
      asked.delete(place);
      updateSoon();
    };
  });
  return null;
}

function tagsOf(children: ReactNode): Tag[] {
  return Children.toArray(children).flatMap((child) =>
    !isValidElement<{children?: ReactNode}>(child)
      ? []
      : child.type === Fragment
        ? tagsOf(child.props.children)
        : [child as Tag],
  );
}

/** Once for all that changes with a page. */
function updateSoon(): void {
  if (!isDue) {
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      update();
    });
  }
}

function update(): void {
  const attributes = {html: new Map<string, string>(), body: new Map<string, string>()};
  const elements = new Map<string, Element[]>();
  let title: string | undefined;
  for (const [, tags] of [...asked].sort(([a], [b]) => a - b)) {
    const own = new Map<string, Element[]>();
    for (const tag of tags) {
      if (tag.type === 'title') {
        title = Children.toArray(tag.props.children as ReactNode).join('');
      } else if (tag.type === 'html' || tag.type === 'body') {
        attributesOf(tag).forEach(([name, value]) =>
          attributes[tag.type as 'html' | 'body'].set(name, value),
        );
      } else {
        const element = elementOf(tag);
        const meaning = meaningOf(element);
        own.set(meaning, [...(own.get(meaning) ?? []), element]);
      }
    }
    own.forEach((list, meaning) => elements.set(meaning, list));
  }
  if (title !== undefined && title !== document.title) {
    document.title = title;
  }
  setAttributes(document.documentElement, attributes.html);
  setAttributes(document.body, attributes.body);
  setElements([...elements.values()].flat());
}

function attributesOf({props}: Tag): [name: string, value: string][] {
  return Object.entries(props)
    .filter(([name, value]) => name !== 'children' && value !== undefined)
    .map(([name, value]) => [
      name === 'className' ? 'class' : name === 'httpEquiv' ? 'http-equiv' : name.toLowerCase(),
      String(value),
    ]);
}

function elementOf(tag: Tag): Element {
  const element = document.createElement(tag.type);
  attributesOf(tag).forEach(([name, value]) => element.setAttribute(name, value));
  element.setAttribute(MARK, 'true');
  element.textContent = Children.toArray(tag.props.children as ReactNode).join('');
  return element;
}

/** Two elements of one meaning cannot both stand: two descriptions, two canonical addresses. */
function meaningOf(element: Element): string {
  const by = ['charset', 'name', 'property', 'http-equiv', 'itemprop'].find((name) =>
    element.hasAttribute(name),
  );
  if (element.tagName === 'META' && by) {
    return `${by}=${element.getAttribute(by)}`;
  }
  return element.getAttribute('rel') === 'canonical' ? 'canonical' : element.outerHTML;
}

/** The server marks with it, as the library does, what it has put into the page: elements, and names of attributes. */
const MARK = 'data-rh';

function setAttributes(element: Element, wanted: Map<string, string>): void {
  const before = element.getAttribute(MARK)?.split(',') ?? [];
  before
    .filter((name) => name && !wanted.has(name))
    .forEach((name) => element.removeAttribute(name));
  wanted.forEach((value, name) => {
    if (element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  });
  if (wanted.size > 0) {
    element.setAttribute(MARK, [...wanted.keys()].join(','));
  } else {
    element.removeAttribute(MARK);
  }
}

function setElements(wanted: Element[]): void {
  const missing = new Set(wanted);
  document.head.querySelectorAll(`[${MARK}]`).forEach((element) => {
    const same = [...missing].find((one) => one.isEqualNode(element));
    if (same) {
      missing.delete(same);
    } else {
      element.remove();
    }
  });
  document.head.append(...missing);
}
