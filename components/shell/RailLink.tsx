'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { Glyph } from '@/components/ui/Glyph';
import type { GlyphName } from '@/lib/scene/glyphs';
import styles from './Rail.module.css';

/** As much as there is room for. */
const MOST = 99;

/** A page's sign in the rail, marked while the page is open; it leads to the page of the snapshot in view. */
export function RailLink(props: {
  href: string;
  label: string;
  glyph: GlyphName;
  /** Shown beside the sign. */
  count?: number | null;
}) {
  const { href, label, count = null } = props;
  const path = usePathname();
  const snapshot = useSearchParams().get('snapshot');
  const here = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <Link
      className={styles.link}
      href={snapshot === null ? href : `${href}?snapshot=${encodeURIComponent(snapshot)}`}
      aria-label={label}
      title={count === null ? label : `${label}: ${count} in this snapshot`}
      aria-current={here}
      prefetch={false}
    >
      <Glyph name={props.glyph} size={18} />
      {count === null || count === 0 ? null : (
        <span className={styles.count} aria-hidden="true">
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </Link>
  );
}
