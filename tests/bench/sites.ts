/** The sites of the bench: where a reader finds menu and search in each. */

export interface SiteControls {
  /** Opens the menu on a phone. */
  menu: string;
  /** Sidebar of a wide window, and of the open menu. */
  sidebar: string;
  /** What must be pressed before the search field is there. */
  searchButton?: string;
  searchField: string;
  searchResult: string;
}

const DOCUSAURUS: SiteControls = {
  menu: 'button.navbar__toggle',
  sidebar: 'aside, .navbar-sidebar',
  searchField: '.navbar__search-input',
  searchResult: '.navbar__search [role="option"]',
};

export const CONTROLS = {
  ours: DOCUSAURUS,
  docusaurus: DOCUSAURUS,
  vitepress: {
    menu: '.VPLocalNav .menu',
    sidebar: '.VPSidebar',
    searchButton: '.VPNavBarSearch button',
    searchField: '.VPLocalSearchBox input',
    searchResult: '.VPLocalSearchBox .result',
  },
  starlight: {
    menu: 'starlight-menu-button button',
    sidebar: 'nav.sidebar',
    searchButton: 'site-search button[data-open-modal]',
    searchField: '.pagefind-ui__search-input',
    searchResult: '.pagefind-ui__result',
  },
} satisfies Record<string, SiteControls>;

export type SiteName = keyof typeof CONTROLS;

export interface Site {
  name: SiteName;
  dir: string;
}
