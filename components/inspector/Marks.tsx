import { RuleLink } from '@/components/findings/RuleLink';
import { RoleLink } from '@/components/role/RoleLink';
import { Prose } from '@/components/verdict/Prose';
import { OverBroadBadge } from '@/components/verdict/StateBadge';
import type { ActionTrail } from '@/lib/scene/trail';
import { plain } from '@/lib/scene/words';
import { hatOf } from './hat-of';
import styles from './Marks.module.css';
import { PolicySource } from './PolicySource';

/** Hats of this path that are wider than needed, each with the statement that makes it so. */
export function Marks({ marks, hops }: { marks: ActionTrail['marks']; hops: ActionTrail['hops'] }) {
  const hats = hops.filter(({ overBroad }) => overBroad).flatMap((hop) => hatOf(hop) ?? []);
  if (marks.length === 0) return null;
  return (
    <section className={styles.marks} aria-label="Over-broad">
      {marks.map((mark) => (
        <details key={`${mark.rule} ${plain(mark.sentence)}`} className={styles.mark} open>
          <summary>
            <OverBroadBadge accepted={mark.holds} />
            <span>
              <Prose words={mark.sentence} />
            </span>
          </summary>
          {mark.accepted === null ? null : <p className={styles.remedy}>{mark.accepted}</p>}
          <p className={styles.title}>{mark.policyTitle}</p>
          <PolicySource title={mark.policyTitle} lines={mark.lines} tone="broad" />
          <p className={styles.remedy}>{mark.remedy}</p>
          <RuleLink rule={mark.rule}>About this rule</RuleLink>
        </details>
      ))}
      {hats.map(({ arn, name }) => (
        <RoleLink key={arn} arn={arn}>{`Everybody who can put on ${name}`}</RoleLink>
      ))}
    </section>
  );
}
