/**
 * Begins what concerns reading offline (src/offline) once the page has loaded and the browser has nothing else to do, so
 * that it costs the page nothing.
 */
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import siteConfig from '@generated/docusaurus.config';

function begin(): void {
  const load = (): void => {
    void import('../offline/client').then(({start}) => start(siteConfig.baseUrl));
  };
  if ('requestIdleCallback' in window) {
    requestIdleCallback(load, {timeout: 5000});
  } else {
    setTimeout(load, 2000);
  }
}

// The development server has no copy to keep.
if (ExecutionEnvironment.canUseDOM && process.env.NODE_ENV === 'production') {
  if (document.readyState === 'complete') {
    begin();
  } else {
    window.addEventListener('load', begin, {once: true});
  }
}
