import type {ReactNode} from 'react';
import clsx from 'clsx';
import {blogPostContainerID} from '@docusaurus/utils-common';
import {useBlogPost} from '@docusaurus/plugin-content-blog/client';
import type {Props} from '@theme/BlogPostItem/Content';
import Content from '@site/src/theme/BlogPostItem/Content';
import {StaticBody} from './StaticBody';

/** In the browser in place of BlogPostItem/Content: the text of a post stays as it is, excerpts in lists are the app's. */
export default function BlogPostItemContent(props: Props): ReactNode {
  const {isBlogPostPage, metadata} = useBlogPost();
  return isBlogPostPage ? (
    <StaticBody
      permalink={metadata.permalink}
      id={blogPostContainerID}
      className={clsx('markdown', props.className)}
    />
  ) : (
    <Content {...props} />
  );
}
