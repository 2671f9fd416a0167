import {memo, type ReactNode} from 'react';
import {useLinks} from './links';

/** The same on every page. Kept, since React writes it anew for another object. */
const written =
  typeof document === 'undefined' ? null : document.querySelector('footer.theme-layout-footer');
const html = {__html: written?.innerHTML ?? ''};

/** In the browser in place of the theme's: the foot of the page as the build wrote it. */
function Footer(): ReactNode {
  return <footer className={written?.className} {...useLinks()} dangerouslySetInnerHTML={html} />;
}

export default memo(Footer);
