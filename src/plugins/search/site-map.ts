import type {LoadedContent, LoadedVersion} from '@docusaurus/plugin-content-docs';

/** What the results page shows where search does not help. */
export interface SearchPageData {
  siteMap: EditionMap[];
  /** Address of the repository; null where the repository is not known. */
  repository: string | null;
}

export interface EditionMap {
  /** `version` of the results page's address: empty for the latest edition. */
  version: string;
  sections: {label: string; pages: MapPage[]}[];
}

export interface MapPage {
  title: string;
  url: string;
}

/** Sidebars of all editions as plain lists: a section for each category at the top, one before them for single pages. */
export function siteMap({loadedVersions}: LoadedContent, baseUrl: string): EditionMap[] {
  return loadedVersions.map((version) => {
    const items = Object.values(version.sidebars).flat();
    const single = items.flatMap((item) =>
      item.type === 'category' ? [] : pagesOf(item, version),
    );
    const categories = items.flatMap((item) =>
      item.type === 'category' ? [{label: item.label, pages: pagesOf(item, version)}] : [],
    );
    return {
      version: version.isLast ? '' : `${version.path.slice(baseUrl.length)}/`,
      sections: [{label: 'Begin', pages: single}, ...categories].filter(
        ({pages}) => pages.length > 0,
      ),
    };
  });
}

type SidebarItem = LoadedVersion['sidebars'][string][number];

function pagesOf(item: SidebarItem, version: LoadedVersion): MapPage[] {
  switch (item.type) {
    case 'category': {
      const own = item.link?.type === 'doc' ? pageOf(item.link.id, version, item.label) : [];
      return [...own, ...item.items.flatMap((inner) => pagesOf(inner, version))];
    }
    case 'doc':
      return pageOf(item.id, version, item.label);
    default:
      return [];
  }
}

function pageOf(id: string, {docs}: LoadedVersion, label: string | undefined): MapPage[] {
  const doc = docs.find((one) => one.id === id);
  return doc
    ? [{title: label ?? doc.frontMatter.sidebar_label ?? doc.title, url: doc.permalink}]
    : [];
}
