/** Addresses of search's files. */

/** The theme's template of an index's file name: `search-index{dir}-<hash>.json`. */
export type Template = string;

/** @param base address of the folder that the file lies in @param name such as `first` */
export function fileAddress(template: Template, base: string, name: string): string {
  return `${base}${template.replace('{dir}', `-${name}`)}`;
}

/** Address of the texts of one page, from which excerpts are cut. */
export function textsAddress(template: Template, base: string, page: number): string {
  return `${base}${template.replace('search-index{dir}', 'search-texts').replace(/\.json$/, `/${page}.json`)}`;
}
