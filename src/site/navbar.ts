import type {NavbarItem} from '@docusaurus/theme-common';

/** Top bar. The logo leads home; search is placed by its plugin. */
export const navbarItems: NavbarItem[] = [
  {type: 'docSidebar', sidebarId: 'reference', label: 'Reference', position: 'left'},
  {to: '/studies/', label: 'Studies', position: 'left'},
  {to: '/blog/', label: 'What’s new', position: 'left'},
  {
    type: 'docsVersionDropdown',
    position: 'right',
    dropdownActiveClassDisabled: true,
  },
  {type: 'search', position: 'right'},
];
