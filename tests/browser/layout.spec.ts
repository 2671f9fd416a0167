/**
 * Text that is read large, narrow or spaced (WCAG 1.4.4, 1.4.10, 1.4.12): nothing is cut off, covered or out of reach.
 * And controls that are large enough to be hit (2.5.8).
 */
import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {FRAMES} from './frames';
import {expect as siteExpect, hydrated, test} from './site';

/** On a busy machine search takes its time. */
const expect = siteExpect.configure({timeout: 20_000});

/** What a reader's own style sheet does: rules that come after the page's. */
async function restyle(page: Page, css: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** The site's own size is 1.0313rem. */
const TWICE = 'html { font-size: 2.0626rem !important; }';
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/**
 * Each line of text and each control that is cut off by a box without a scroll bar, lies outside the page, or lies over
 * another; and the page where it scrolls sideways. Left out is what is there for screen readers alone.
 */
function losses(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const found = new Set<string>();
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      found.add(`the page is ${document.documentElement.scrollWidth} px wide`);
    }
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
    /** Boxes around an element that do not let everything through; undefined where it is not to be seen. */
    const around = new Map<
      Element,
      {element: Element; style: CSSStyleDeclaration; box: DOMRect}[] | undefined
    >();
    const aroundOf = (element: Element): ReturnType<typeof around.get> => {
      if (element === document.body || element === document.documentElement) {
        return [];
      }
      if (!around.has(element)) {
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const outer = style.position === 'fixed' ? [] : aroundOf(element.parentElement!);
        const hidden =
          style.clipPath !== 'none' || (style.position === 'absolute' && box.width <= 1);
        around.set(
          element,
          hidden || !outer
            ? undefined
            : style.overflow === 'visible'
              ? outer
              : [{element, style, box}, ...outer],
        );
      }
      return around.get(element);
    };
    const seen: {element: Element; box: Box; what: string}[] = [];
    const look = (element: Element, rect: DOMRect, what: string): void => {
      const outer = aroundOf(element);
      if (!outer) {
        return;
      }
      const box: Box = {left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom};
      for (const one of outer) {
        for (const [overflow, low, high] of [
          [one.style.overflowX, 'left', 'right'],
          [one.style.overflowY, 'top', 'bottom'],
        ] as const) {
          const beyond = Math.max(one.box[low] - box[low], box[high] - one.box[high]);
          if (beyond > 2 && /hidden|clip/.test(overflow)) {
            found.add(`“${what}” is cut off by ${nameOf(one.element)}`);
          }
          box[low] = Math.max(box[low], one.box[low]);
          box[high] = Math.min(box[high], one.box[high]);
        }
      }
      if (box.right - box.left < 1 || box.bottom - box.top < 1) {
        return;
      }
      if (box.left < -1 || box.right > width + 1) {
        found.add(`“${what}” lies outside the page`);
      }
      seen.push({element, box, what});
    };
    const shown = (element: Element): boolean =>
      element.checkVisibility({
        visibilityProperty: true,
        opacityProperty: true,
        contentVisibilityAuto: true,
      }) &&
      // The skip link comes into the page with the focus; the hint of a key lies in its box by design.
      !element.closest('script, style, noscript, option, kbd, [class*="skipToContent"]');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const {currentNode: text} = texts;
      const element = text.parentElement!;
      if (text.nodeValue!.trim() && shown(element)) {
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const rect of range.getClientRects()) {
          if (rect.width >= 1 && rect.height >= 1) {
            // Half the height of a line: letters of one line may reach into the next.
            const quarter = rect.height / 4;
            look(
              element,
              new DOMRect(rect.x, rect.y + quarter, rect.width, 2 * quarter),
              text.nodeValue!.trim().slice(0, 40),
            );
          }
        }
      }
    }
    for (const control of document.querySelectorAll('input, select, button')) {
      const rect = control.getBoundingClientRect();
      if (shown(control) && rect.width > 0) {
        look(control, rect, control.ariaLabel ?? control.tagName.toLowerCase());
      }
    }
    seen.sort((a, b) => a.box.top - b.box.top);
    seen.forEach((a, i) => {
      for (let j = i + 1; j < seen.length && seen[j]!.box.top < a.box.bottom; j += 1) {
        const b = seen[j]!;
        if (
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 2 &&
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 2 &&
          !a.element.contains(b.element) &&
          !b.element.contains(a.element)
        ) {
          found.add(`“${a.what}” and “${b.what}” lie over each other`);
        }
      }
    });
    return [...found];
  });
}

test.describe('nothing is lost', () => {
  test.use({contextOptions: {reducedMotion: 'reduce'}});

  for (const [frame, address] of Object.entries(FRAMES)) {
    test(`on ${frame}, large, narrow or spaced`, async ({page}) => {
      await page.goto(address);
      await hydrated(page);
      if (address.startsWith('/search/')) {
        await expect(page.getByRole('status').filter({hasText: 'for “bladder”'})).toBeVisible();
      }
      for (const [how, width, css] of [
        ['320 px', 320, ''],
        ['text twice as large', 1280, TWICE],
        ['text twice as large on half a screen', 640, TWICE],
        ['text with space', 1280, SPACED],
        ['text with space on 320 px', 320, SPACED],
        ['the narrowest wide screen', 1000, ''],
      ] as const) {
        await page.setViewportSize({width, height: 900});
        await restyle(page, css);
        expect(await losses(page), how).toEqual([]);
      }
    });
  }

  test('in the open menus of a phone and of large text', async ({page}) => {
    await page.setViewportSize({width: 320, height: 640});
    await page.goto(FRAMES['a long page']);
    await hydrated(page);
    await page.getByRole('button', {name: 'Toggle navigation bar'}).click();
    await expect(
      page.locator('.navbar-sidebar').getByRole('link', {name: 'Key points'}),
    ).toBeVisible();
    const cut = (): Promise<string[]> =>
      page.locator('.navbar-sidebar').evaluate((menu) =>
        [...menu.querySelectorAll('a, button')]
          .filter((one) => one.checkVisibility({visibilityProperty: true}))
          .filter((one) => {
            const {left, right} = one.getBoundingClientRect();
            const {left: first, right: last} = menu.getBoundingClientRect();
            // The menu of the site waits beside that of the section.
            const waits = left >= last || right <= first;
            return (
              !waits &&
              (left < first - 1 || right > last + 1 || one.scrollWidth > one.clientWidth + 1)
            );
          })
          .map((one) => one.textContent ?? ''),
      );
    expect(await cut()).toEqual([]);
    await page.setViewportSize({width: 640, height: 900});
    await restyle(page, TWICE);
    expect(await cut()).toEqual([]);
  });
});

test('text that is set twice as large is twice as large, everywhere', async ({page}) => {
  for (const address of [
    FRAMES['a long page'],
    FRAMES['the explorer of studies'],
    FRAMES['a study'],
  ]) {
    await page.goto(address);
    await hydrated(page);
    const stay = await page.evaluate((rules) => {
      const size = (one: Element): number => parseFloat(getComputedStyle(one).fontSize);
      const before = [...document.querySelectorAll('body *')]
        .filter((one) =>
          [...one.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim(),
          ),
        )
        .filter((one) => one.checkVisibility() && !one.closest('svg'))
        .map((one) => [one, size(one)] as const);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
      return before
        .filter(([one, old]) => size(one) < 1.9 * old)
        .map(([one]) => `${one.tagName}.${one.className}`);
    }, TWICE);
    expect([...new Set(stay)], address).toEqual([]);
  }
});

test.describe('controls are 24 px or have as much room', () => {
  for (const width of [1280, 360]) {
    test(`at ${width} px`, async ({page}) => {
      await page.setViewportSize({width, height: 900});
      for (const address of Object.values(FRAMES)) {
        await page.goto(address);
        await hydrated(page);
        const {violations} = await new AxeBuilder({page})
          .setLegacyMode(true)
          .options({
            runOnly: ['target-size', 'table-fake-caption', 'p-as-heading'],
            resultTypes: ['violations'],
          })
          .analyze();
        expect(
          violations.flatMap(({id, nodes}) =>
            nodes.map(({target}) => `${id}: ${target.join(' ')}`),
          ),
          address,
        ).toEqual([]);
      }
    });
  }
});
