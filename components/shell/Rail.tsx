import Link from 'next/link';
import { Glyph } from '@/components/ui/Glyph';
import { FindingsLink } from './FindingsLink';
import { KeysButton } from './KeysButton';
import styles from './Rail.module.css';
import { RailLink } from './RailLink';
import { type SignedIn, SignOut } from './SignOut';
import { ThemeSwitch } from './ThemeSwitch';
import type { ThemeChoice } from './theme-choice';

/** The column at the left: the pages there are, and the theme. */
export function Rail({ theme, person }: { theme: ThemeChoice; person: SignedIn | null }) {
  return (
    <nav className={styles.rail} aria-label="Main">
      <Link className={styles.logo} href="/" aria-label="Hatstack, start page" prefetch={false}>
        <Glyph name="hat" size={24} stroke={1.7} />
      </Link>
      <RailLink href="/" label="Overview" glyph="overview" />
      <RailLink href="/pipelines" label="Pipelines" glyph="pipeline" />
      <RailLink href="/roles" label="Hats" glyph="hat" />
      <FindingsLink />
      <RailLink href="/ask" label="Can X do Y?" glyph="ring" />
      <RailLink href="/accounts" label="Accounts and coverage" glyph="account" />
      <RailLink href="/scan" label="Scan" glyph="scan" />
      <RailLink href="/snapshots" label="Snapshots" glyph="clock" />
      <RailLink href="/compare" label="Compare" glyph="compare" />
      <span className={styles.space} />
      <KeysButton />
      <ThemeSwitch initial={theme} />
      {person === null ? null : <SignOut name={person.name} role={person.role} />}
    </nav>
  );
}
