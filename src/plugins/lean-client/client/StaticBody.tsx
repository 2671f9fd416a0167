import type {ReactNode} from 'react';
import {bodyOf} from './bodies';
import {useLinks} from './links';

/**
 * A page's text as the build wrote it (bodies.ts), whose links are followed as the app's own are.
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
  return <div {...attributes} {...useLinks()} dangerouslySetInnerHTML={bodyOf(permalink)} />;
}
