import {useEffect, type ReactNode} from 'react';
import {useNavbarMobileSidebar} from '@docusaurus/theme-common/internal';
import Navbar from '@theme-original/Navbar';

/**
 * While the menu of narrow screens is open it covers the page: what lies behind gets no focus, Escape closes it, and the
 * focus comes back to its button.
 */
function useModalMenu(): void {
  const {shown, toggle} = useNavbarMobileSidebar();
  useEffect(() => {
    if (!shown) {
      return undefined;
    }
    const behind = document.querySelectorAll('.navbar__inner, #__docusaurus > :not(.kb-banner)');
    const onKey = ({key}: KeyboardEvent): void => {
      if (key === 'Escape') {
        toggle();
      }
    };
    behind.forEach((element) => element.setAttribute('inert', ''));
    document.addEventListener('keydown', onKey);
    // It can have the focus once it is drawn.
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.navbar-sidebar__close')?.focus(),
    );
    return () => {
      cancelAnimationFrame(frame);
      behind.forEach((element) => element.removeAttribute('inert'));
      document.removeEventListener('keydown', onKey);
      document.querySelector<HTMLElement>('.navbar__toggle')?.focus();
    };
  }, [shown, toggle]);
}

/** The bar, in the landmark that screen readers look for it in. Without a box of its own, so that the bar stays sticky. */
export default function NavbarInBanner(): ReactNode {
  useModalMenu();
  return (
    <header className="kb-banner">
      <Navbar />
    </header>
  );
}
