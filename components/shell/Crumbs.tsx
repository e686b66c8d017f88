import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { Glyph } from '@/components/ui/Glyph';
import styles from './Crumbs.module.css';

interface Crumb {
  readonly href: string;
  readonly name: string;
}

/** Where I am, and the way back: the page above, and the one above that. */
export function Crumbs({ top, back, here }: { top?: Crumb; back?: Crumb; here: ReactNode }) {
  const above = [top, back].flatMap((crumb) => crumb ?? []);
  return (
    <nav className={styles.crumbs} aria-label="You are here">
      {above.map(({ href, name }) => (
        <Fragment key={href}>
          <Link href={href} prefetch={false}>
            {name}
          </Link>
          <Glyph name="chevron" size={12} />
        </Fragment>
      ))}
      <b>{here}</b>
    </nav>
  );
}
