import Link from 'next/link';
import { SourceLink } from '@/components/inspector/SourceLink';
import { CodeBox } from '@/components/ui/CodeBox';
import { CopyButton } from '@/components/ui/CopyButton';
import { Sheet } from '@/components/ui/Sheet';
import { OverBroadBadge } from '@/components/verdict/StateBadge';
import type { RulePage } from '@/lib/scene/rule-page';
import styles from './RuleView.module.css';
import { SeverityMark } from './SeverityMark';
import { findingsHref } from './view-state';

/** A rule: what it says and how often here, why it matters, what to do, an example of both, and how to tune it. */
export function RuleView({ rule, snapshot }: { rule: RulePage; snapshot: string | null }) {
  const setting = `findings:\n  ${rule.id}:\n    severity: low\n    except:\n      - subject: "arn:aws:iam::*:role/NAME"\n        reason: WHY`;
  return (
    <Sheet
      width="text"
      title={rule.title}
      lead={
        <span className={styles.facts}>
          <SeverityMark severity={rule.severity} />
          <code>{rule.id}</code>
          {rule.marks ? <OverBroadBadge /> : null}
          {rule.found === 0 ? (
            'No finding of this rule in this snapshot.'
          ) : (
            <Link href={findingsHref('/findings', { snapshot, find: rule.id })} prefetch={false}>
              {rule.found} {rule.found === 1 ? 'finding' : 'findings'} in this snapshot
            </Link>
          )}
        </span>
      }
    >
      <section className={styles.part}>
        <h2>Why it matters</h2>
        <p>{rule.why}</p>
      </section>
      <section className={styles.part}>
        <h2>What to do</h2>
        <p>{rule.remedy}</p>
      </section>
      <div className={styles.two}>
        <Example title="Found" text={rule.example.wide} />
        <Example title="Put right" text={rule.example.narrow} />
      </div>
      <section className={styles.part}>
        <h2>Sources</h2>
        <ul>
          {rule.sources.map((source) => (
            <li key={source}>
              <SourceLink href={source} /> <code>{source.replace(/^https:\/\//, '')}</code>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part}>
        <h2>Another severity, or an exception</h2>
        <p>
          In <code>hatstack.yaml</code>, which dashboard and command line read alike.{' '}
          {rule.marks
            ? 'Where it is shown by what was read, it marks hats and pipelines as over-broad.'
            : 'It marks nothing as over-broad: it is told without the mark.'}
        </p>
        <Code label="Setting of this rule">{setting}</Code>
        <CopyButton text={setting} label="Copy" what="setting of this rule" />
      </section>
    </Sheet>
  );
}

function Example({ title, text }: { title: string; text: string }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <Code label={`Example: ${title.toLowerCase()}`}>{indented(text)}</Code>
    </section>
  );
}

function Code({ label, children }: { label: string; children: string }) {
  return (
    <div className={styles.code}>
      <CodeBox label={label}>{children}</CodeBox>
    </div>
  );
}

/** JSON over several lines; anything else as it is written. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
