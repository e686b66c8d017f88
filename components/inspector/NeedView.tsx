import { AskLink } from '@/components/ask/AskLink';
import { Breakable } from '@/components/ui/Breakable';
import type { NeedTrail } from '@/lib/scene/trail';
import styles from './NeedView.module.css';
import { PolicyList } from './PolicyList';
import { Sides } from './Sides';
import { SourceLink } from './SourceLink';

/** One request an execution makes: who asks what, who must say yes, and every policy that took part. */
export function NeedView({ need }: { need: NeedTrail }) {
  return (
    <div className={styles.need}>
      <dl className={styles.request}>
        {need.request.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd title={value}>
              <code>
                <Breakable text={value} />
              </code>
            </dd>
          </div>
        ))}
      </dl>
      <Sides sides={need.sides} />
      {need.missing.length > 0 ? <Lines title="Not read" lines={need.missing} /> : null}
      {need.dependsOn.length > 0 ? <Lines title="Depends on" lines={need.dependsOn} /> : null}
      {need.policies.length > 0 ? <PolicyList need={need} /> : null}
      {need.caveats.length > 0 ? <Lines title="Mind" lines={need.caveats} /> : null}
      <p className={styles.because}>
        {need.because} <SourceLink href={need.source} />
      </p>
      {need.ask === null ? null : <AskLink fields={need.ask}>Ask about this request</AskLink>}
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div className={styles.lines}>
      <b>{title}</b>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
