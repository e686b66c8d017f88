import type { ReactNode } from 'react';
import { type KeyLine, Keys } from '@/components/ui/Keys';
import styles from './Page.module.css';

/** One page: its bar on top, the rest below, and its keys on `?`. */
export function Page(props: { bar: ReactNode; children: ReactNode; keys?: readonly KeyLine[] }) {
  return (
    <div className={styles.page}>
      {props.bar}
      <main className={styles.main}>{props.children}</main>
      <Keys keys={props.keys ?? []} />
    </div>
  );
}
