import {defineDocumentRule} from '../rule';

const CLINICAL_TYPES: readonly unknown[] = ['use', 'harm', 'topic'];
const ID = 'limits-of-the-evidence';

export const pageLimitsSection = defineDocumentRule({
  id: 'page/limits-section',
  title: 'Clinical pages say what limits the evidence',
  why: 'A figure without its limits reads as more certain than it is.',
  scope: 'next',
  check: ({file, kind, rawFrontMatter: {type}, headings}) =>
    kind === 'post' || !CLINICAL_TYPES.includes(type) || headings.some(({id}) => id === ID)
      ? []
      : [
          {
            file,
            line: 1,
            column: 1,
            found: `no heading with the id ${ID}`,
            expected: `a section on the limits of the evidence, on every page of type use, harm or topic`,
            fix: `add as the last section: ## Limits of the evidence {/* #${ID} */}`,
          },
        ],
});
