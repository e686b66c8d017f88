import type { ReactNode } from 'react';
import { MenuItem } from '@/components/ui/MenuItem';
import styles from './ExportFiles.module.css';

/** The card of an export: how it shall look, and the files to take along. */
export function ExportFiles(props: {
  title: string;
  files: readonly { readonly label: string; readonly href: string }[];
  /** Why nothing may be taken along, or null. */
  refusal: string | null;
  /** The choices above the files. */
  children?: ReactNode;
}) {
  if (props.refusal !== null) return <p className={styles.refused}>{props.refusal}</p>;
  return (
    <div className={styles.card}>
      <p className={styles.title}>{props.title}</p>
      <div className={styles.choices}>{props.children}</div>
      <ul className={styles.files} aria-label="Files">
        {props.files.map(({ label, href }) => (
          <MenuItem key={label}>
            <a href={href} download>
              {label}
            </a>
          </MenuItem>
        ))}
      </ul>
    </div>
  );
}
