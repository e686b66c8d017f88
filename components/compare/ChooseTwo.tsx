import Form from 'next/form';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import styles from './ChooseTwo.module.css';

export interface Choice {
  readonly ref: string;
  readonly word: string;
}

/** Which two snapshots are compared: sending it changes the URL. */
export function ChooseTwo(props: {
  choices: readonly Choice[];
  before: string | null;
  after: string | null;
}) {
  return (
    <Form action="/compare" className={styles.form} aria-label="Snapshots to compare">
      <Choose name="before" label="Before" choices={props.choices} chosen={props.before} />
      <span aria-hidden="true">→</span>
      <Choose name="after" label="After" choices={props.choices} chosen={props.after} />
      <Button type="submit">Compare</Button>
    </Form>
  );
}

function Choose(props: { name: string; label: string; choices: readonly Choice[]; chosen: string | null }) {
  const id = `compare-${props.name}`;
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{props.label}</label>
      {/* The key makes the field anew where the URL changes: it shows what is compared. */}
      <Select key={props.chosen} id={id} name={props.name} defaultValue={props.chosen ?? ''} required>
        {props.chosen === null ? <option value="">Choose a snapshot</option> : null}
        {props.choices.map(({ ref, word }) => (
          <option key={ref} value={ref}>
            {word}
          </option>
        ))}
      </Select>
    </span>
  );
}
