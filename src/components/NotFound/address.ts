/** What an address that leads nowhere may have meant. */

/**
 * The same page as this site writes addresses: lower case, no `.html`, a slash at the end.
 * @param pathname path of the address, percent signs and all
 * @param baseUrl path that the site is served under, which may be in upper case
 * @returns undefined where that is what was typed
 */
export function tidyPath(pathname: string, baseUrl: string): string | undefined {
  const typed = decoded(pathname);
  const isBelow = typed.toLowerCase().startsWith(baseUrl.toLowerCase());
  const below = (isBelow ? typed.slice(baseUrl.length) : typed.slice(1))
    .toLowerCase()
    .replace(/\\/g, '/')
    .replace(/[\s.,;:)\]>"'”’]+$/, '')
    .replace(/(\/index)?\.(html?|mdx?|php)\/?$/, '')
    .replace(/_/g, '-')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/+|\/+$/g, '');
  const path = `${baseUrl}${below}${below && '/'}`;
  return path === typed ? undefined : encodeURI(path);
}

/**
 * Words to search for, most telling first: those of the address' last part, those of all parts, then each alone, long
 * ones first.
 * @param baseUrl path that the site is served under
 */
export function searchQueries(pathname: string, baseUrl: string): string[] {
  const tidy = decoded(tidyPath(pathname, baseUrl) ?? pathname);
  const below = tidy.startsWith(baseUrl) ? tidy.slice(baseUrl.length) : tidy;
  const parts = below
    .split('/')
    .map((part) => part.split(/[^\p{L}\p{N}]+/u).filter((word) => /\p{L}{2,}/u.test(word)))
    .filter(
      (words) =>
        words.length > 0 && !['docs', 'next', 'blog', 'overview'].includes(words.join(' ')),
    );
  const last = parts.at(-1) ?? [];
  const single = [...parts]
    .reverse()
    .flatMap((words) => [...words].sort((a, b) => b.length - a.length));
  return [...new Set([last.join(' '), parts.flat().join(' '), ...single])].filter(Boolean);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
