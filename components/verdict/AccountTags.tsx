import { AccountTag } from './AccountTag';
import styles from './AccountTags.module.css';

/** Two lines of a table's row hold no more. */
const MOST = 4;

/** The accounts of a row as tags in at most two lines; of many, the first and how many more there are. */
export function AccountTags(props: {
  accounts: readonly { readonly name: string; readonly isProd: boolean }[];
}) {
  const { accounts } = props;
  const shown = accounts.length > MOST ? accounts.slice(0, MOST - 1) : accounts;
  return (
    <span className={styles.tags}>
      {shown.map(({ name, isProd }) => (
        <AccountTag key={name} name={name} isProd={isProd} />
      ))}
      {shown.length < accounts.length ? (
        <span className={styles.more}>+{accounts.length - shown.length}</span>
      ) : null}
    </span>
  );
}
