import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';

/**
 * The address of an entry that is no heading, as headings show theirs. Its id counts for the check of broken anchors.
 * @param name what the address leads to, for screen readers
 */
export function HashLink({id, name}: {id: string; name: string}): ReactNode {
  useBrokenLinks().collectAnchor(id);
  const title = `Direct link to ${name}`;
  return (
    <Link className="hash-link" to={`#${id}`} aria-label={title} title={title} translate="no">
      &#8203;
    </Link>
  );
}
