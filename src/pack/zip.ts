import {zipSync, type Zippable} from 'fflate';

/**
 * A zip whose bytes depend on its files alone: their order is that of the map, their time the given day, and the
 * compressor is a package of ours, not the one of the machine.
 * @param folder that all files lie in
 * @param day `2026-11-25`
 */
export function zip(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  day: string,
): Uint8Array {
  const [year, month, date] = day.split('-').map(Number);
  const entries: Zippable = {};
  for (const [file, bytes] of files) {
    entries[`${folder}/${file}`] = bytes;
  }
  // A zip holds local times: noon of the day on every machine's own clock.
  return zipSync(entries, {level: 9, mtime: new Date(year!, month! - 1, date!, 12)});
}
