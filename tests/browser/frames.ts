/** One page of each frame that the site has: what is tested of a frame need not be tested of its every page. */
import {editions, TRD} from './site';

export const FRAMES = {
  home: '/',
  'a long page': TRD,
  'a page with plots': '/docs/clinical-uses/treatment-resistant-depression/ketamine-versus-ect/',
  'a page with a drawing': '/docs/background/mechanism-of-action/',
  'the glossary': '/docs/reference/glossary/',
  'the timeline': '/docs/reference/timeline/',
  'labels and guidance': '/docs/reference/labels-and-guidance/',
  'an older edition': `/docs/${editions.at(-1)}/safety/overview/`,
  'the draft': '/docs/next/',
  'the explorer of studies': '/studies/',
  'a study': '/studies/zarate2006/',
  'the bibliography': '/bibliography/',
  'a post': '/blog/karma-dep-2/',
  'the list of posts': '/blog/',
  'results of a search': '/search/?q=bladder',
  editions: '/editions/',
  errata: '/errata/',
  'reading offline': '/offline/',
  'no such page': '/404.html',
} as const;
