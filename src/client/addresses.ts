/**
 * What a browser alone cannot do about an address: write it as this site does (the router takes upper case for the same
 * page, whoever keeps the address would not), follow a section that went to another page, find an id typed in upper
 * case, and say so where there is no such section.
 */
import type {ClientModule} from '@docusaurus/types';
import siteConfig from '@generated/docusaurus.config';

function fragmentOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

const addresses: ClientModule = {
  onRouteDidUpdate({location}) {
    document.getElementById('kb-missing-section')?.remove();
    const below = location.pathname.slice(siteConfig.baseUrl.length);
    // Percent signs stand for letters of other scripts, in upper case.
    if (below !== below.toLowerCase() && !below.includes('%')) {
      const path = siteConfig.baseUrl + below.toLowerCase();
      window.location.replace(path + location.search + location.hash);
      return;
    }
    const id = fragmentOf(location.hash);
    if (!id) {
      return;
    }
    const target = document.getElementById(id);
    if (target) {
      const moved = target.matches('[data-moved-section]') && target.querySelector('a');
      if (moved) {
        window.location.replace(moved.href);
      }
    } else if (document.getElementById(id.toLowerCase())) {
      window.location.replace(`#${id.toLowerCase()}`);
    } else {
      void import('./missing-section').then(({showMissingSection}) => showMissingSection(id));
    }
  },
};

export default addresses;
