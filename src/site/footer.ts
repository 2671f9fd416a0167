import type {Footer} from '@docusaurus/theme-common';

/** Pages that edition 1.0 does not have: linked once the latest edition has them. */
const TRUST = [
  ['How this was written', 'about/how-this-was-written'],
  ['Accuracy and audits', 'about/accuracy'],
  ['Self-assessment', 'about/self-assessment'],
] as const;

/**
 * Foot of every page: what a reader must know, one action away.
 * @param slugs of the pages of the latest edition
 */
export function footer(
  repository: string | undefined,
  slugs: ReadonlySet<string>,
): Partial<Footer> {
  return {
    style: 'light',
    links: [
      {
        title: 'Reference',
        items: [
          {label: 'Key points', to: '/docs/key-points/'},
          {label: 'Clinical uses', to: '/docs/clinical-uses/overview/'},
          {label: 'Safety', to: '/docs/safety/overview/'},
          {label: 'Studies', to: '/studies/'},
          {label: 'What’s new', to: '/blog/'},
          // No route of the app: a plain link, in the same window.
          {label: 'Bibliography', to: 'pathname:///bibliography/', target: '_self'},
        ],
      },
      {
        title: 'About',
        items: [
          ...TRUST.filter(([, slug]) => slugs.has(slug)).map(([label, slug]) => ({
            label,
            to: `/docs/${slug}/`,
          })),
          {label: 'How evidence is judged', to: '/docs/about/how-evidence-is-judged/'},
          {label: 'Editorial policy', to: '/docs/about/editorial-policy/'},
          {label: 'How to cite', to: '/docs/about/how-to-cite/'},
          {label: 'Editions', to: '/editions/'},
          {label: 'Corrections', to: '/errata/'},
          {label: 'Report an error or contribute', to: '/docs/about/contribute/'},
          ...(repository ? [{label: 'Source code', href: repository}] : []),
        ],
      },
      {
        title: 'Your use',
        items: [
          {label: 'Disclaimer and crisis contacts', to: '/docs/about/disclaimer/'},
          {label: 'Privacy', to: '/docs/about/privacy/'},
          {label: 'Accessibility', to: '/docs/about/accessibility/'},
          {label: 'Feeds', to: '/feeds/'},
          {label: 'Offline reading', to: 'pathname:///offline/', target: '_self'},
        ],
      },
    ],
    copyright:
      'For clinicians and readers who want the sources; not advice for a person’s own care. Text CC BY 4.0, code MIT.',
  };
}
