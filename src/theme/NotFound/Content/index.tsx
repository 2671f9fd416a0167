/** *Ejected* from theme-classic: the stock page says only that there is nothing. */
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {Suggestions} from '@site/src/components/NotFound';

/** Sections of the site, for whoever cannot or will not search. */
const SECTIONS = [
  ['/docs/key-points/', 'Key points'],
  ['/docs/clinical-uses/overview/', 'Clinical uses'],
  ['/docs/safety/overview/', 'Safety'],
  ['/docs/background/overview/', 'Background: pharmacology, mechanism, history'],
  ['/docs/future-directions/overview/', 'Future directions'],
  ['/blog/', 'What’s new'],
  ['/editions/', 'Editions, with every address that was released'],
  ['/search/', 'Search'],
] as const;

export default function NotFoundContent(): ReactNode {
  return (
    <main className="container margin-vert--lg kb-text">
      <h1>No page at this address</h1>
      <p>
        Addresses of released pages and sections do not go away: look for a slip of the keyboard, or
        a part that was cut off.
      </p>
      <Suggestions />
      <h2>Where to go from here</h2>
      <ul>
        {SECTIONS.map(([to, label]) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
