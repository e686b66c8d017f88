import type { ActionTrail } from '@/lib/scene/trail';
import type { State } from '@/lib/verdict/judgement';
import { Changes } from './Changes';
import { HopList } from './HopList';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { LastRun } from './LastRun';
import { Marks } from './Marks';
import { Notes } from './Notes';
import { RoleStrip } from './RoleStrip';
import { TicketButton } from './TicketButton';

/** The permission path of one action: name and verdict, answer, roles, hops, what to change, other marks. */
export function Inspector({
  trail,
  closeHref,
  tryHref,
  ticket,
  was,
}: {
  trail: ActionTrail;
  closeHref: string;
  /** The page as it would be, had the changes been made; null where nothing can be tried. */
  tryHref: string | null;
  /** The whole path as plain text. */
  ticket: string;
  was: State | null;
}) {
  return (
    <article className={styles.inspector}>
      <InspectorHead trail={trail} closeHref={closeHref} was={was} />
      <TicketButton key={`ticket ${trail.key}`} text={ticket} />
      <RoleStrip strip={trail.strip} />
      <Notes notes={trail.notes} />
      <LastRun run={trail.run} />
      {trail.hops.length > 0 ? (
        <HopList key={trail.key} hops={trail.hops} state={trail.state} run={trail.run} />
      ) : null}
      <Changes changes={trail.changes} unchanged={trail.unchanged} tryHref={tryHref} />
      <Marks marks={trail.marks} hops={trail.hops} />
    </article>
  );
}
