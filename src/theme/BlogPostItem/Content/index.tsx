import type {ReactNode} from 'react';
import {useBlogPost} from '@docusaurus/plugin-content-blog/client';
import Content from '@theme-original/BlogPostItem/Content';
import type {Props} from '@theme/BlogPostItem/Content';
import {ExcerptScope} from '@site/src/components/Citation/scope';

/** Wrapped: in lists of posts, citations lead to the post, where the reference list is. */
export default function BlogPostItemContent(props: Props): ReactNode {
  const {isBlogPostPage, metadata} = useBlogPost();
  const content = <Content {...props} />;
  return isBlogPostPage ? (
    content
  ) : (
    // Docusaurus adds the slash of a page's address only in its own links.
    <ExcerptScope base={metadata.permalink.replace(/\/?$/, '/')}>{content}</ExcerptScope>
  );
}
