/**
 * The head of a page tells machines what it is (src/plugins/machine-readable): written at build time, so it must go
 * when the reader goes on to another page without loading it anew.
 */
import type {ClientModule} from '@docusaurus/types';

const clientModule: ClientModule = {
  onRouteUpdate({location, previousLocation}) {
    if (previousLocation && previousLocation.pathname !== location.pathname) {
      document.head.querySelectorAll('[data-page]').forEach((element) => element.remove());
    }
  },
};

export default clientModule;
