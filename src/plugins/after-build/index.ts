import type {LoadContext, LoadedPlugin, Plugin, Props} from '@docusaurus/types';
import {writeOfflineCopy, writeOfflinePage} from './server/offline';
import {writePolicy} from './server/policy';
import {writePrintLines} from './server/print';

type PostBuild = NonNullable<LoadedPlugin['postBuild']>;

/** What a step gets of the finished build. */
export type BuiltSite = Pick<
  Props,
  'outDir' | 'baseUrl' | 'siteDir' | 'siteConfig' | 'generatedFilesDir'
>;

const NAME = 'after-build';

/** In this order; each reads what all plugins and the steps before it have written. */
const STEPS: readonly ((site: BuiltSite) => Promise<void> | void)[] = [
  writeOfflinePage,
  writePrintLines,
  writePolicy,
  writeOfflineCopy,
];

/**
 * Runs the steps that must see the finished build. Docusaurus runs the `postBuild` of all plugins at once and has no
 * later hook, so this one, which it starts first (preset.ts), waits for those of all the others.
 */
export default function afterBuildPlugin(_?: LoadContext, __?: unknown, steps = STEPS): Plugin {
  return {
    name: NAME,
    async postBuild(props) {
      await Promise.all(othersOf(props.plugins).map(finished));
      for (const step of steps) {
        await step(props);
      }
    },
  };
}

/**
 * The plugins that have a `postBuild` too.
 * @throws where one of them may already have been started
 */
function othersOf(plugins: readonly LoadedPlugin[]): (LoadedPlugin & {postBuild: PostBuild})[] {
  const [first, ...others] = plugins.filter(
    (plugin): plugin is LoadedPlugin & {postBuild: PostBuild} => plugin.postBuild !== undefined,
  );
  if (first?.name !== NAME) {
    throw new Error(
      `The preset of src/plugins/after-build must be the first in docusaurus.config.ts: ${first?.name} is started before it.`,
    );
  }
  return others;
}

/** Settles as the plugin's `postBuild` does, which is still to be called. */
function finished(plugin: {postBuild: PostBuild}): Promise<void> {
  const own = plugin.postBuild.bind(plugin);
  return new Promise((resolve, reject) => {
    plugin.postBuild = (args) => {
      const running = Promise.resolve(own(args));
      running.then(() => resolve(), reject);
      return running;
    };
  });
}
