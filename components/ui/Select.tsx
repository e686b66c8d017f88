import type { ComponentProps } from 'react';
import { Glyph } from './Glyph';
import styles from './Select.module.css';

/** One of a few in a list that opens: the browser's own, with our frame and arrow around it. */
export function Select(props: Omit<ComponentProps<'select'>, 'className'>) {
  return (
    <span className={styles.select}>
      <select {...props} />
      <Glyph name="down" size={12} />
    </span>
  );
}
