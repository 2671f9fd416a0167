import {useState, type MouseEvent, type ReactNode, type SyntheticEvent} from 'react';
import {useHistory} from '@docusaurus/router';
import {bodyOf} from './bodies';
import {followedHere, linkOf} from './links';

/**
 * A page's text as the build wrote it (bodies.ts). Its links are followed as the app's own are: without loading the
 * page anew, and read ahead once the pointer or finger is on them.
 * @param permalink address of the page, whose text has been loaded
 */
export function StaticBody({
  permalink,
  ...attributes
}: {
  permalink: string;
  id?: string;
  className: string;
}): ReactNode {
  const history = useHistory();
  const [read] = useState(() => new Set<string>());

  function follow(event: MouseEvent): void {
    const link = linkOf(event);
    if (link && followedHere(event, link)) {
      event.preventDefault();
      history.push(link.pathname + link.search + link.hash);
    }
  }

  function readAhead(event: SyntheticEvent): void {
    const link = linkOf(event);
    if (link && !read.has(link.pathname) && link.pathname !== window.location.pathname) {
      read.add(link.pathname);
      window.docusaurus.preload(link.pathname);
    }
  }

  return (
    <div
      {...attributes}
      onClick={follow}
      onMouseOver={readAhead}
      onTouchStart={readAhead}
      dangerouslySetInnerHTML={bodyOf(permalink)}
    />
  );
}
