import {lazy, Suspense, type ReactNode} from 'react';
import type {Props} from '@theme/ContentVisibility';

const Notice = lazy(() => import('@theme-original/ContentVisibility'));

/** In the browser in place of the theme's: few pages, if any, say that they are unlisted or a draft. */
export default function ContentVisibility(props: Props): ReactNode {
  const {unlisted, frontMatter} = props.metadata;
  return unlisted || frontMatter.unlisted || frontMatter.draft ? (
    <Suspense>
      <Notice {...props} />
    </Suspense>
  ) : null;
}
