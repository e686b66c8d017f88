import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { NeedTrail } from '@/lib/scene/trail';
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
            <PolicyItem key={policy.id} policy={policy} needState={need.state} isOpen={policy === deciding} />
          );
        }
        return (
          <details key={group.policies[0]?.id} className={styles.group}>
            <summary>
              <VerdictMark state="works" size={12} />
              {group.policies.length} policies allow
              <span>{group.policies[0]?.title} …</span>
            </summary>
            {group.policies.map((policy) => (
              <PolicyItem key={policy.id} policy={policy} needState={need.state} isOpen={false} />
            ))}
          </details>
        );
      })}
    </div>
  );
}
