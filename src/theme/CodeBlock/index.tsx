import {lazy, Suspense, type ReactNode} from 'react';
import type {Props} from '@theme/CodeBlock';

/** Wrapped: Prism is a fifth of what a page would load, and few pages hold code. */
const CodeBlock = lazy(async () => {
  const [{Prism}, {default: includeLanguages}, block] = await Promise.all([
    import('prism-react-renderer'),
    import('@theme/prism-include-languages'),
    import('@theme-original/CodeBlock'),
  ]);
  includeLanguages(Prism);
  return block;
});

export default function LazyCodeBlock(props: Props): ReactNode {
  return (
    <Suspense fallback={<pre>{props.children}</pre>}>
      <CodeBlock {...props} />
    </Suspense>
  );
}
