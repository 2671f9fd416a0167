import matter from 'gray-matter';

/** A page apart, as gray-matter has it. */
export interface Matter {
  data: Record<string, unknown>;
  content: string;
}

/** `---js` and the like: gray-matter would run it as a program. */
export const OTHER_LANGUAGE = /^---[ \t]*(?<language>[^\s-][^\n]*)/;

/**
 * Front matter and text of a page. Front matter is YAML here and nothing else: in another language it counts as none,
 * and the checks and the build refuse it.
 */
export function readMatter(source: string): Matter {
  if (OTHER_LANGUAGE.test(source)) {
    return {data: {}, content: source};
  }
  // With options, even none, gray-matter does not cache: its cache holds what it failed to parse as if it were empty.
  const {data, content} = matter(source, {});
  return {data, content};
}
