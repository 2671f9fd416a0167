/** Where the site and its repository live. Neither is invented: what is not known is left out. */
import {execFileSync} from 'node:child_process';

export interface Address {
  /** Origin, such as `https://example.org`. */
  url: string;
  /** Path that the site is served under, with slashes at both ends. */
  baseUrl: string;
  /** Address of the repository, without a slash at its end; undefined where it is not known. */
  repository?: string;
}

/**
 * From the environment: SITE_URL and BASE_URL (set by whoever deploys), REPOSITORY_URL, or what GitHub Actions tells;
 * else the git remote where it is on GitHub.
 */
export function siteAddress(env: NodeJS.ProcessEnv, remote: () => string = originOf): Address {
  const repository = repositoryOf(env, remote);
  return {
    url: (env.SITE_URL || 'http://localhost:3000').replace(/\/+$/, ''),
    baseUrl: `/${(env.BASE_URL ?? '/').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
    ...(repository ? {repository} : {}),
  };
}

function repositoryOf(env: NodeJS.ProcessEnv, remote: () => string): string | undefined {
  if (env.REPOSITORY_URL) {
    return env.REPOSITORY_URL.replace(/\/+$/, '');
  }
  if (env.GITHUB_SERVER_URL && env.GITHUB_REPOSITORY) {
    return `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}`;
  }
  const match = /(^|@|:\/\/)github\.com[:/](?<name>[^/]+\/[^/]+?)(\.git)?\/?$/.exec(remote());
  return match?.groups?.name ? `https://github.com/${match.groups.name}` : undefined;
}

function originOf(): string {
  try {
    return execFileSync('git', ['remote', 'get-url', 'origin'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
