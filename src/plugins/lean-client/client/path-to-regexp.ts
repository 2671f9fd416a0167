/**
 * In place of the library's own, since no address of the site has parameters: a route's address, or `*` for all.
 * @param address of a route
 * @param _names takes the names of parameters: none
 * @param options.end whether the address must end there, or may go on after a slash
 * @param options.strict whether a slash at the end counts
 * @returns what matches the address, as path-to-regexp 1 writes it
 * @throws Error where the address has a parameter after all
 */
export default function pathToRegexp(
  address: string,
  _names: unknown[],
  {end, strict}: {end: boolean; strict: boolean},
): RegExp {
  // A sign behind a backslash stands for itself.
  if (address !== '*' && /[:()*?+]/.test(address.replace(/\\./g, ''))) {
    throw new Error(`The route ${address} has a parameter: add the library path-to-regexp again.`);
  }
  const literal = address.replace(/\\(.)/g, '$1');
  const text =
    address === '*'
      ? '.*'
      : (strict ? literal : literal.replace(/\/$/, '')).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const slash = strict ? '' : '(?:\\/(?=$))?';
  const more = strict && address.endsWith('/') ? '' : '(?=\\/|$)';
  return new RegExp(`^${text}${slash}${end ? '$' : more}`, 'i');
}
