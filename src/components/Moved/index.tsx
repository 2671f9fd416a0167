import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';

/** Keeps the address of a section that has another id now: stands before the heading that took over. */
export function MovedAnchor({id}: {id: string}): ReactNode {
  useBrokenLinks().collectAnchor(id);
  return <span id={id} />;
}

/**
 * Keeps the address of a section that went to another page. Children: a link to its new place, which
 * src/client/addresses.ts follows when the address is opened.
 */
export function MovedSection({id, children}: {id: string; children: ReactNode}): ReactNode {
  useBrokenLinks().collectAnchor(id);
  return (
    <div id={id} data-moved-section>
      {children}
    </div>
  );
}
