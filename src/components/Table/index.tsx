import type {ComponentProps, ReactNode} from 'react';
import styles from './styles.module.css';

/** A Markdown table, named by remark-table-names, that scrolls inside itself on narrow screens, also with the keyboard. */
export function Table(props: ComponentProps<'table'>): ReactNode {
  return (
    <div
      className={styles.scroll}
      role="group"
      aria-label={['Table', props['aria-label']].filter(Boolean).join(': ')}
      tabIndex={0}
    >
      <table {...props} />
    </div>
  );
}
