import styles from './AccountTag.module.css';

/** An account's name in a small frame; an account of tier prod has an ink one. */
export function AccountTag({ name, isProd }: { name: string; isProd: boolean }) {
  return (
    <span className={styles.tag} data-tier={isProd ? 'prod' : 'other'}>
      {name}
    </span>
  );
}
