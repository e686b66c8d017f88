import { RoleLink } from '@/components/role/RoleLink';
import { worstFirst } from '@/components/verdict/states';
import type { ActionTrail, HopTrail } from '@/lib/scene/trail';
import styles from './HopBody.module.css';
import { hatOf } from './hat-of';
import { NeedItem } from './NeedItem';
import { NeedView } from './NeedView';
import { RunSaid } from './RunSaid';
import { SourceLink } from './SourceLink';

/** What a hop needs: a single need at once, several as lines of which the worst is open. */
export function HopBody({ hop, said }: { hop: HopTrail; said: ActionTrail['run'] }) {
  const [only, ...others] = hop.needs;
  const worst = worstFirst(hop.needs)[0];
  const hat = hatOf(hop);
  return (
    <div className={styles.body}>
      {said === null ? null : (
        <div className={styles.said}>
          <RunSaid run={said} />
        </div>
      )}
      {hop.faults.map(({ sentence, source }) => (
        <p key={sentence} className={styles.fault}>
          {sentence} <SourceLink href={source} />
        </p>
      ))}
      {only && others.length === 0 ? <NeedView need={only} /> : null}
      {others.length > 0
        ? hop.needs.map((need) => <NeedItem key={need.id} need={need} isOpen={need === worst} />)
        : null}
      {hat === null ? null : <RoleLink arn={hat.arn}>{`Who can put on ${hat.name}`}</RoleLink>}
    </div>
  );
}
