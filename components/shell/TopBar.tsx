import type { ReactNode } from 'react';
import { PaletteButton } from '@/components/palette/PaletteButton';
import styles from './TopBar.module.css';

/** The bar over every page: where I am at the left, what I look at and what I can do at the right. */
export function TopBar({ children, right }: { children: ReactNode; right?: ReactNode }) {
  return (
    <header className={styles.bar}>
      {children}
      <span className={styles.space} />
      <PaletteButton />
      {right}
    </header>
  );
}
