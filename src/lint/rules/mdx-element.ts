import {BLOCKS, isBlock} from '../../remark/blocks';
import {nearest} from '../../evidence/nearest';
import {componentsOf} from '../document';
import {defineDocumentRule, placeOf, type Finding} from '../rule';

/** What pages may write, with the attributes that each takes. */
const ELEMENTS: Record<string, readonly string[]> = {
  ...Object.fromEntries(Object.keys(BLOCKS).map((name) => [name, [] as string[]])),
  Audits: [],
  EvidenceMap: [],
  Figure: ['id'],
  SelfAssessment: [],
};

export const mdxElement = defineDocumentRule({
  id: 'mdx/element',
  title:
    'Pages hold Markdown and our own blocks: no HTML, no other components, only plain attributes',
  why: "HTML and handlers of events run on readers' devices, and are lost in print, in Markdown and in search.",
  scope: 'all',
  check: (document) =>
    componentsOf(document).flatMap((element): Finding[] => {
      const place = placeOf(document, element);
      const name = element.name ?? '';
      const known = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
      if (known === undefined) {
        return [
          {
            ...place,
            found: `<${name}>`,
            expected: `Markdown, or one of ${Object.keys(ELEMENTS)
              .sort()
              .map((element) => `<${element} />`)
              .join(', ')}`,
            ...(/^[A-Z]/.test(name) ? {closest: nearest(name, Object.keys(ELEMENTS))} : {}),
            fix: 'write it in Markdown, or remove it',
          },
        ];
      }
      if (isBlock(element)) {
        // block/unknown judges what a block is asked for.
        return [];
      }
      return element.attributes.flatMap((attribute): Finding[] => {
        if (attribute.type === 'mdxJsxExpressionAttribute') {
          return [
            {
              ...place,
              found: `{${attribute.value}} in <${name}>`,
              expected: 'attributes with names',
              fix: 'write them out',
            },
          ];
        }
        const typed =
          typeof attribute.value === 'object' && attribute.value !== null
            ? `${attribute.name}={${attribute.value.value}}`
            : attribute.name;
        return typed === attribute.name && known.includes(attribute.name)
          ? []
          : [
              {
                ...place,
                found: `${typed} in <${name}>`,
                expected: known.length === 0 ? 'no attribute' : `${known.join(', ')}="text"`,
                fix: known.includes(attribute.name)
                  ? 'write the value in quotes'
                  : `remove ${attribute.name}`,
              },
            ];
      });
    }),
});
