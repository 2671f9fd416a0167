/**
 * The build writes what stands in the margins of paper into each page; one that was reached without loading it anew gets
 * its own when it is printed.
 */
import type {ClientModule} from '@docusaurus/types';
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import {printLines} from '../site/print-lines';

let navigated = false;

const clientModule: ClientModule = {
  onRouteUpdate({previousLocation}) {
    navigated ||= previousLocation !== null;
  },
};

export default clientModule;

if (ExecutionEnvironment.canUseDOM) {
  window.addEventListener('beforeprint', () => {
    if (!navigated) {
      return;
    }
    const lines = printLines((selector, attribute) => {
      const element = document.querySelector(selector);
      return attribute ? element?.getAttribute(attribute) : element?.textContent;
    });
    for (const [name, value] of Object.entries(lines)) {
      document.documentElement.setAttribute(name, value);
    }
  });
}
