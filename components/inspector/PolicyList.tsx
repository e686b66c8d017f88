import type { NeedTrail, PolicyTrail } from '@/lib/scene/trail';
import { decidingPolicy } from './deciding-policy';
import { PolicyItem } from './PolicyItem';
import styles from './PolicyList.module.css';
import { policyGroups } from './policy-groups';

/** Every policy that took part, in AWS's order; the deciding one is open. */
export function PolicyList({ need }: { need: NeedTrail }) {
  const deciding = decidingPolicy(need);
  return (
    <div className={styles.list}>
      {policyGroups(need.policies, deciding).map((group) => {
        if (group.kind === 'one') {
          const { policy } = group;
          return (
            <PolicyItem
              key={policy.id}
              policy={policy}
              needState={need.state}
              isDeciding={policy === deciding}
            />
          );
        }
        return (
          <details key={group.policies[0]?.id} className={styles.group}>
            <summary>
              <span className={styles.dash} />
              {group.policies.length} policies: {counted(group.policies)}
            </summary>
            {group.policies.map((policy) => (
              <PolicyItem key={policy.id} policy={policy} needState={need.state} isDeciding={false} />
            ))}
          </details>
        );
      })}
    </div>
  );
}

/** `5 allow, 3 say nothing`. */
function counted(policies: readonly PolicyTrail[]): string {
  const allow = policies.filter(({ state }) => state === 'allows').length;
  const silent = policies.length - allow;
  return [
    ...(allow > 0 ? [`${allow} ${allow === 1 ? 'allows' : 'allow'}`] : []),
    ...(silent > 0 ? [`${silent} ${silent === 1 ? 'says' : 'say'} nothing`] : []),
  ].join(', ');
}
