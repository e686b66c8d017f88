import type { ReactNode } from 'react';
import styles from './Frame.module.css';
import { Rail } from './Rail';
import type { SignedIn } from './SignOut';
import type { ThemeChoice } from './theme-choice';

/** The rail at the left, the page at the right. `person`: who can sign out. */
export function Frame({
  theme,
  person,
  children,
}: {
  theme: ThemeChoice;
  person: SignedIn | null;
  children: ReactNode;
}) {
  return (
    <div className={styles.frame}>
      <Rail theme={theme} person={person} />
      {children}
    </div>
  );
}
