'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { Glyph } from '@/components/ui/Glyph';
import type { GlyphName } from '@/lib/scene/glyphs';
import styles from './Rail.module.css';

/** A page's sign in the rail, marked while the page is open; it leads to the page of the snapshot in view. */
export function RailLink({ href, label, glyph }: { href: string; label: string; glyph: GlyphName }) {
  const path = usePathname();
  const snapshot = useSearchParams().get('snapshot');
  const here = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <Link
      className={styles.link}
      href={snapshot === null ? href : `${href}?snapshot=${encodeURIComponent(snapshot)}`}
      aria-label={label}
      title={label}
      aria-current={here}
    >
      <Glyph name={glyph} size={18} />
    </Link>
  );
}
