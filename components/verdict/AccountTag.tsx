import styles from './AccountTag.module.css';

const PROD = /(^|[^a-z])(prod|prd|production|live)([^a-z]|$)/i;

/** An account's name in a small frame; an account of tier prod has an ink one. */
export function AccountTag({ name }: { name: string }) {
  return (
    <span className={styles.tag} data-tier={PROD.test(name) ? 'prod' : 'other'}>
      {name}
    </span>
  );
}
