import type {ReactNode} from 'react';
import clsx from 'clsx';
import {ThemeClassNames} from '@docusaurus/theme-common';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {StaticBody} from './StaticBody';

/** In the browser in place of the theme's DocItem/Content, whose element and classes it keeps. */
export default function DocItemContent(): ReactNode {
  const {permalink} = useDoc().metadata;
  return (
    <StaticBody
      permalink={permalink}
      className={clsx(ThemeClassNames.docs.docMarkdown, 'markdown')}
    />
  );
}
