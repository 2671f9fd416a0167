import {execFileSync} from 'node:child_process';

/**
 * True where git knows when each file was last changed: in a clone with its whole history. A shallow clone would give
 * every file the date of its one commit, and an export has no date at all.
 */
export function hasHistory(
  root: string,
  git: (...args: string[]) => string = (...args) =>
    execFileSync('git', args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}),
): boolean {
  try {
    return git('rev-parse', '--is-shallow-repository').trim() === 'false';
  } catch {
    return false;
  }
}
