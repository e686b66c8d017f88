import type { ReactNode } from 'react';
import styles from './MenuItem.module.css';

/** A list of choices inside a menu. */
export function MenuList({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <>
      {title ? <p className={styles.title}>{title}</p> : null}
      <ul>{children}</ul>
    </>
  );
}

/** One line of a menu: whatever is put in, a link or a button, fills it. */
export function MenuItem({ children }: { children: ReactNode }) {
  return <li className={styles.item}>{children}</li>;
}
