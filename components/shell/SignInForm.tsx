import { Button } from '@/components/ui/Button';
import buttonStyles from '@/components/ui/Button.module.css';
import { Glyph } from '@/components/ui/Glyph';
import styles from './SignInForm.module.css';

/** The door: a token or the identity provider, and where to go on to. It needs no script. */
export function SignInForm(props: { next: string; trouble: string | null; provider: string | null }) {
  return (
    <main className={styles.page}>
      <div className={styles.hats} aria-hidden="true">
        <Glyph name="hat" size={56} stroke={0.8} />
        <Glyph name="hat" size={56} stroke={0.8} />
        <Glyph name="hat" size={56} stroke={0.8} />
      </div>
      <div className={styles.door}>
        <h1>Sign in to Hatstack</h1>
        {props.trouble === null ? null : (
          <p className={styles.trouble} role="alert">
            <Glyph name="close" size={14} stroke={2} />
            <span>{props.trouble}</span>
          </p>
        )}
        {props.provider === null ? (
          <ByToken next={props.next} />
        ) : (
          <ByProvider next={props.next} provider={props.provider} />
        )}
      </div>
      <p className={styles.foot}>
        Which hats every pipeline action wears, which does not fit and which is too big. Read from AWS, never
        written to it.
      </p>
    </main>
  );
}

function ByToken({ next }: { next: string }) {
  return (
    <form className={styles.form} method="post" action="/api/session">
      <p>Whoever started this server has its token: it was printed at the start, or is one of their own.</p>
      <label className={styles.label}>
        Token
        <input type="password" name="token" autoComplete="current-password" required />
      </label>
      <input type="hidden" name="next" value={next} />
      <Button type="submit" look="primary">
        Sign in
      </Button>
    </form>
  );
}

/** A plain link: the way leads to another site, and must not be taken before somebody asks for it. */
function ByProvider({ next, provider }: { next: string; provider: string }) {
  return (
    <div className={styles.form}>
      <p>Your company’s identity provider says who you are and what you may do here.</p>
      <a
        className={buttonStyles.button}
        data-look="primary"
        href={`/api/session/oidc?${new URLSearchParams({ next })}`}
      >
        Sign in at {provider}
      </a>
    </div>
  );
}
