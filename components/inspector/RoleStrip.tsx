import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { ActionTrail } from '@/lib/scene/trail';
import styles from './RoleStrip.module.css';

/** Which of the roles, or the resource's policy, is at fault. */
export function RoleStrip({ strip }: { strip: ActionTrail['strip'] }) {
  return (
    <dl className={styles.strip}>
      {strip.map(({ label, word, state }) => (
        <div key={label} data-state={state ?? 'none'}>
          <dt>{label}</dt>
          <dd>
            {state === null ? null : <VerdictMark state={state} size={12} />}
            {word}
          </dd>
        </div>
      ))}
    </dl>
  );
}
