/**
 * Reads RIS by its rules alone, for tests: lines of tag, two spaces, hyphen, space, value, between TY and ER. Throws on
 * any line that is not so: continuation lines, which many programs cannot read, as well.
 */
export function readRis(text: string): Map<string, string[]>[] {
  const entries: Map<string, string[]>[] = [];
  let open: Map<string, string[]> | undefined;
  for (const line of text.split('\r\n').filter((one) => one !== '')) {
    const groups = /^(?<tag>[A-Z][A-Z0-9]) {2}- (?<value>[^\r\n]*)$/.exec(line)?.groups;
    if (!groups || (groups.tag === 'TY') !== (open === undefined)) {
      throw new Error(`not RIS: ${line}`);
    }
    open ??= new Map();
    open.set(groups.tag!, [...(open.get(groups.tag!) ?? []), groups.value!]);
    if (groups.tag === 'ER') {
      entries.push(open);
      open = undefined;
    }
  }
  if (open) {
    throw new Error('not RIS: no ER at the end');
  }
  return entries;
}
