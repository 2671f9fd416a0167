import type {Ask, Flags} from './answers';

/** What every kind of `npm run new` gets. */
export interface NewContext {
  /** Absolute path of the repository. */
  root: string;
  flags: Flags;
  /** Undefined where nobody can be asked. */
  ask?: Ask;
  /** `2026-11-25`, by the clock of the machine. */
  today: string;
  fetch: typeof fetch;
}
