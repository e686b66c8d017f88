import { Glyph } from '@/components/ui/Glyph';
import styles from './Rail.module.css';

export interface SignedIn {
  readonly name: string;
  readonly role: string;
}

/** Ends the session; says whose it is. It needs no script. */
export function SignOut({ name, role }: SignedIn) {
  const label = `Sign out (${name}, ${role})`;
  return (
    <form method="post" action="/api/session/end">
      <button type="submit" className={styles.link} aria-label={label} title={label}>
        <Glyph name="leave" size={18} />
      </button>
    </form>
  );
}
