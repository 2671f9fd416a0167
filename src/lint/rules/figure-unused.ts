import {componentsOf, stringAttribute} from '../document';
import {defineRule} from '../rule';

export const figureUnused = defineRule({
  id: 'figure/unused',
  title: 'Every file of a figure is shown on a page',
  why: 'Data that nobody sees is corrected by nobody.',
  scope: 'next',
  check({content: {next}}) {
    const used = new Set(
      [...next.pages.values()].flatMap((page) =>
        page.parsed
          ? componentsOf(page).map((component) => stringAttribute(component, 'id'))
          : [...page.source.matchAll(/<Figure\s+id="([^"]*)"/g)].map((match) => match[1]),
      ),
    );
    return [...next.figures.keys()]
      .filter((id) => !used.has(id))
      .map((id) => ({
        file: `${next.folder}/_evidence/figures/${id}.yml`,
        line: 1,
        column: 1,
        found: `${id}, shown on no page`,
        expected: 'a figure that a page shows',
        fix: `write <Figure id="${id}" /> on a page, or remove the file`,
      }));
  },
});
