import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import type { ChangeKind, Standing } from '@/lib/compare/comparison';
import { CHANGE_WORDS } from '@/lib/scene/cause-of-change';
import styles from './Turn.module.css';

/** How something stood and stands, with an arrow between. */
export function Turn(props: { kind: ChangeKind; before: Standing | null; after: Standing | null }) {
  const { kind, before, after } = props;
  return (
    <span className={styles.turn}>
      {kind === 'changed' ? null : <b className={styles.kind}>{CHANGE_WORDS[kind]}</b>}
      <Stands one={before} />
      <span role="img" aria-label="then">
        →
      </span>
      <Stands one={after} />
    </span>
  );
}

function Stands({ one }: { one: Standing | null }) {
  if (one === null) return <span className={styles.none}>not there</span>;
  return (
    <>
      <StateBadge state={one.state} />
      {one.overBroad ? <OverBroadBadge /> : null}
    </>
  );
}
