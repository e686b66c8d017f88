import { Button } from '@/components/ui/Button';
import { Glyph } from '@/components/ui/Glyph';
import styles from './SignInForm.module.css';

/** The door: a token, and where to go on to. It needs no script. */
export function SignInForm({ next, trouble }: { next: string; trouble: string | null }) {
  return (
    <main className={styles.page}>
      <form className={styles.form} method="post" action="/api/session">
        <Glyph name="hat" size={40} stroke={1.4} />
        <h1>Sign in to Hatstack</h1>
        <p>Whoever started this server has its token: it was printed at the start, or is one of their own.</p>
        {trouble === null ? null : (
          <p className={styles.trouble} role="alert">
            <Glyph name="broken" size={14} stroke={2} />
            <span>{trouble}</span>
          </p>
        )}
        <label className={styles.label}>
          Token
          <input type="password" name="token" autoComplete="current-password" required />
        </label>
        <input type="hidden" name="next" value={next} />
        <Button type="submit" look="primary">
          Sign in
        </Button>
      </form>
    </main>
  );
}
