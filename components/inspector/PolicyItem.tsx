import { Prose } from '@/components/verdict/Prose';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import { EditPolicy } from '@/components/what-if/EditPolicy';
import type { PolicyTrail } from '@/lib/scene/trail';
import { plain } from '@/lib/scene/words';
import type { State } from '@/lib/verdict/judgement';
import styles from './PolicyItem.module.css';
import { PolicySource } from './PolicySource';

/** One policy in AWS's order: a line with what it says, opening to its text and near misses. */
export function PolicyItem(props: { policy: PolicyTrail; needState: State; isDeciding: boolean }) {
  const { policy } = props;
  const tone = toneOf(policy.state, props.needState, props.isDeciding);
  const hasMore = policy.lines.length > 0 || policy.nearMisses.length > 0;
  const head = (
    <>
      {tone === null ? <span className={styles.dash} /> : <VerdictMark state={tone} size={12} />}
      <span className={styles.title}>{policy.title}</span>
      <span className={styles.says} data-state={tone}>
        {policy.state}
      </span>
    </>
  );
  const edit =
    policy.editable === null ? null : (
      <EditPolicy policy={policy.editable} title={policy.title}>
        {policy.title.startsWith('No ') ? 'Write one' : 'Edit'}
      </EditPolicy>
    );
  if (!hasMore)
    return (
      <div className={styles.line}>
        {head}
        {edit}
      </div>
    );
  return (
    <details
      className={styles.policy}
      open={props.isDeciding}
      data-tour={props.isDeciding ? 'statement' : undefined}
    >
      <summary className={styles.line}>{head}</summary>
      <div className={styles.more}>
        {policy.statement === null ? null : <p className={styles.statement}>{policy.statement}</p>}
        <PolicySource title={policy.title} lines={policy.lines} tone={tone} />
        {edit === null ? null : <p className={styles.edit}>{edit}</p>}
        {policy.nearMisses.map((miss) => (
          <p key={plain(miss)} className={styles.miss}>
            <b>Near miss.</b> <Prose words={miss} />
          </p>
        ))}
      </div>
    </details>
  );
}

/** The colour of what a policy says; silence is only coloured where it decides. */
function toneOf(says: PolicyTrail['state'], need: State, isDeciding: boolean): State | null {
  switch (says) {
    case 'allows':
      return 'works';
    case 'denies':
      return 'broken';
    case 'says nothing':
      return isDeciding ? need : null;
    case 'depends':
      return 'depends';
    case 'cannot tell':
    case 'not read':
      return 'unknown';
  }
}
