import Link from 'next/link';
import { Sheet } from '@/components/ui/Sheet';
import { OverBroadBadge } from '@/components/verdict/StateBadge';
import type { RuleLine } from '@/lib/scene/rule-page';
import styles from './RulesView.module.css';
import { ruleHref } from './rule-href';
import { SeverityMark } from './SeverityMark';
import { findingsHref } from './view-state';

/** Every rule there is, and how often it speaks of this snapshot. */
export function RulesView({ rules, snapshot }: { rules: readonly RuleLine[]; snapshot: string | null }) {
  const speaking = rules.filter(({ found }) => found > 0).length;
  return (
    <Sheet
      title={`${rules.length} rules, ${speaking} of which speak of this snapshot`}
      lead="Each is told where what was read shows it, or where something that was not read leaves it possible."
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it must be scrolled without a mouse */}
      <section className={styles.box} aria-label="Rules" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Severity</th>
              <th scope="col">Mark</th>
              <th scope="col" data-align="right">
                Findings here
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ id, title, severity, marks, found }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={ruleHref(id, snapshot)} prefetch={false}>
                    {title}
                  </Link>
                  <code>{id}</code>
                </th>
                <td>
                  <SeverityMark severity={severity} />
                </td>
                <td>{marks ? <OverBroadBadge /> : null}</td>
                <td data-align="right">
                  {found === 0 ? (
                    '–'
                  ) : (
                    <Link
                      href={findingsHref('/findings', { snapshot, find: id })}
                      prefetch={false}
                      aria-label={`${found} findings of ${id}`}
                    >
                      {found}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Sheet>
  );
}
