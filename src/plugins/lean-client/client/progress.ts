import type {ClientModule} from '@docusaurus/types';
import type {NProgress} from 'nprogress';

/** Long enough that most pages come without a bar. */
const DELAY_MS = 200;

let bar: NProgress | undefined;

/** In place of the theme's client module of that kind: the bar is loaded when a page takes long for the first time. */
const progress: ClientModule = {
  onRouteUpdate({location, previousLocation}) {
    if (!previousLocation || location.pathname === previousLocation.pathname) {
      return undefined;
    }
    let waits = true;
    const timer = setTimeout(() => {
      void import('nprogress').then(({default: loaded}) => {
        bar = loaded;
        bar.configure({showSpinner: false});
        if (waits) {
          bar.start();
        }
      });
    }, DELAY_MS);
    return () => {
      waits = false;
      clearTimeout(timer);
    };
  },
  onRouteDidUpdate() {
    bar?.done();
  },
};

export default progress;
