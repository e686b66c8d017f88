import Link from 'next/link';
import type { ReactNode } from 'react';
import { Glyph } from '@/components/ui/Glyph';
import styles from './Crumbs.module.css';

/** Where I am, and the way back. */
export function Crumbs({ back, here }: { back?: { href: string; name: string }; here: ReactNode }) {
  return (
    <nav className={styles.crumbs} aria-label="You are here">
      {back ? (
        <>
          <Link href={back.href} prefetch={false}>
            {back.name}
          </Link>
          <Glyph name="chevron" size={12} />
        </>
      ) : null}
      <b>{here}</b>
    </nav>
  );
}
