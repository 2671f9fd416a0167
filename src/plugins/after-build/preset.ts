import type {Preset} from '@docusaurus/types';
import afterBuildPlugin from './index';

/**
 * A preset because Docusaurus starts the plugins of presets first, in the order of the presets: this one must stand before
 * all others.
 */
export default function afterBuildPreset(): Preset {
  return {plugins: [afterBuildPlugin]};
}
