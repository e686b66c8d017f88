import { Button } from '@/components/ui/Button';
import type { Filter } from '@/components/verdict/states';
import type { State } from '@/lib/verdict/judgement';
import styles from './FilterNote.module.css';
import { noMatch } from './no-match';

/** Says so when the verdict filter leaves no action standing, and lifts it. */
export function FilterNote(props: {
  filter: Filter;
  actions: readonly { readonly state: State }[];
  onLift: () => void;
}) {
  const { filter, actions } = props;
  if (filter === 'any' || actions.some(({ state }) => state === filter)) return null;
  return (
    <p className={styles.note} role="status">
      {noMatch('action', filter)}: all {actions.length} step back.
      <Button onClick={props.onLift}>Show all</Button>
    </p>
  );
}
