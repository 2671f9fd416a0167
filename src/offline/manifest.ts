/** What the build tells the browser of the copy for reading offline: shared by the build, the worker and the pages. */

/** A file of the copy. */
export interface SavedFile {
  /** Address below the base of the site: `docs/`, `assets/js/main.0123abcd.js`. */
  address: string;
  /** First 16 hex digits of the SHA-256 of its bytes. */
  hash: string;
  /** Of a page: shown in the list of what is saved. */
  title?: string;
}

export interface OfflineManifest {
  /** Names this copy: a hash of all that is in it. */
  build: string;
  /** Of the latest edition: `2.0 (November 2026)`. */
  edition: string;
  /** Address below the base of the script that every page of this build, and of no other, begins with. */
  runtime: string;
  /** While an edition is the latest, its own addresses lead to those of `/docs/`: `docs/2.0/`. */
  pinned?: string;
  /** Bytes: to download when packed, and on the device. */
  size: {download: number; stored: number};
  files: SavedFile[];
}

/** Below the base. */
export const MANIFEST = 'offline.json';
export const WORKER = 'sw.js';
export const OFFLINE_PAGE = 'offline/';

/** Begins the names of the caches; the build follows. */
export const EDITION_CACHE = 'kb-edition-';
/** Of what was read besides the latest edition. */
export const READ_CACHE = 'kb-read-';

/** In the cache of a copy that has all its files. */
export const COMPLETE = '.complete';

/** Why a copy could not be made. */
export type Failure =
  /** The device has no room. */
  | 'full'
  /** The browser does not let the site keep anything. */
  | 'refused'
  /** A file could not be loaded, or was not that of this build: tried again at the next visit. */
  | 'interrupted';

/** From the worker to pages. */
export type WorkerMessage =
  | {type: 'progress'; done: number; of: number}
  | {type: 'failed'; reason: Failure}
  /** Answer to `state`. */
  | {
      type: 'state';
      build: string;
      runtime: string;
      edition: string;
      size: OfflineManifest['size'];
      /** The page was taken from the copy, because the site could not be reached. */
      fromCopy: boolean;
    };

/** From pages to the worker. */
export type PageMessage = {type: 'state'} | {type: 'activate'};

/** `3.4 MB`, in millions of bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Begins the digest of bytes. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
