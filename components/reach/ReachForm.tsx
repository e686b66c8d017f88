import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import styles from './ReachView.module.css';

/** Asks whom to begin with, or where to end; a plain form, so that it works before any script runs. */
export function ReachForm(props: { way: 'from' | 'to'; value: string; snapshot: string | null }) {
  const { way, snapshot } = props;
  return (
    <form action="/reach" className={styles.form}>
      {snapshot === null ? null : <input type="hidden" name="snapshot" value={snapshot} />}
      <TextField
        label={way === 'from' ? 'From' : 'To'}
        name={way}
        defaultValue={props.value}
        hint={
          way === 'from'
            ? 'A role or user by ARN, a hat as account.name, an account by id or name, a service, an identity provider'
            : 'A role by ARN, a hat as account.name, an account by id or name'
        }
      />
      <Button type="submit">{way === 'from' ? 'Show what is reached' : 'Show who gets there'}</Button>
    </form>
  );
}
