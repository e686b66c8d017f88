import Link from 'next/link';
import { ChangeItem } from '@/components/inspector/ChangeItem';
import { PolicySource } from '@/components/inspector/PolicySource';
import { SourceLink } from '@/components/inspector/SourceLink';
import { pipelineHref } from '@/components/pipeline/view-state';
import { roleHref } from '@/components/role/view-state';
import { Breakable } from '@/components/ui/Breakable';
import { CopyButton } from '@/components/ui/CopyButton';
import { Glyph } from '@/components/ui/Glyph';
import { KeyLink } from '@/components/ui/KeyLink';
import { Ticked } from '@/components/ui/Ticked';
import { AccountTag } from '@/components/verdict/AccountTag';
import type { StandingRow } from '@/lib/scene/accepted-rows';
import type { FindingDetail } from '@/lib/scene/findings-page';
import { plain } from '@/lib/scene/words';
import { Acceptance } from './Acceptance';
import type { AcceptDefaults } from './AcceptForm';
import styles from './FindingPanel.module.css';
import { ruleHref } from './rule-href';
import { SeverityMark } from './SeverityMark';

const MOST_PIPELINES = 20;

/** One finding: what, the statements that show it, why it matters, what to do, and whom it touches. */
export function FindingPanel(props: {
  finding: FindingDetail;
  standing: Pick<StandingRow, 'standing' | 'accepted'>;
  defaults: AcceptDefaults;
  closeHref: string;
  snapshot: string | null;
  /** The first pipeline that it touches as it would be, were it mended; null where no statement tells how. */
  tryHref: string | null;
}) {
  const { finding, snapshot } = props;
  const more = finding.affects.length - MOST_PIPELINES;
  return (
    <article className={styles.panel}>
      <header>
        <div className={styles.head}>
          <SeverityMark severity={finding.severity} />
          <AccountTag name={finding.account} isProd={finding.isProd} />
          <Link href={props.closeHref} scroll={false} aria-label="Close the finding" prefetch={false}>
            <Glyph name="close" />
          </Link>
        </div>
        <h2>
          <Ticked text={finding.title} />
        </h2>
        <p className={styles.small}>
          <Link href={ruleHref(finding.rule, snapshot)} prefetch={false}>
            <code>{finding.rule}</code>
          </Link>{' '}
          · {finding.certainty}
          {finding.marks ? ' · marks as over-broad' : ''}
        </p>
      </header>
      <Acceptance
        key={finding.id}
        finding={finding.id}
        standing={props.standing.standing}
        accepted={props.standing.accepted}
        marks={finding.marks}
        defaults={props.defaults}
      />
      <Lines title="Only possible, because" lines={finding.open} />
      <section>
        <h3>Subject</h3>
        <p className={styles.arn}>
          <code>
            <Breakable text={finding.subject} />
          </code>
        </p>
        <p className={styles.row}>
          <CopyButton text={finding.subject} label="Copy ARN" what={finding.name} />
          {finding.roleId === null ? null : (
            <Link href={roleHref(finding.roleId, snapshot)} prefetch={false}>
              Open this hat
            </Link>
          )}
        </p>
      </section>
      {finding.evidence.length === 0 ? null : (
        <section>
          <h3>Evidence</h3>
          {finding.evidence.map(({ title, lines }) => (
            <div key={title} className={styles.evidence}>
              <p>{title}</p>
              <PolicySource title={title} lines={lines} tone="broad" />
            </div>
          ))}
        </section>
      )}
      <Lines title="Also" lines={finding.notes} />
      <section>
        <h3>Why it matters</h3>
        <p>{finding.why}</p>
      </section>
      <section>
        <h3>What to do</h3>
        <p>{finding.remedy}</p>
        {finding.changes.map((change) => (
          <ChangeItem key={plain(change.sentence)} change={change} />
        ))}
        {finding.changes.length === 0 ? null : (
          <p className={styles.small}>
            What else uses it is not known here: ask before you narrow it. Nothing here changes AWS.
          </p>
        )}
        <p className={styles.row}>
          {props.tryHref === null ? null : (
            <KeyLink shortcut="Y" href={props.tryHref} prefetch={false}>
              Try it
            </KeyLink>
          )}
          <Link href={ruleHref(finding.rule, snapshot)} prefetch={false}>
            An example, and how to except it
          </Link>
          {finding.sources.map((source) => (
            <SourceLink key={source} href={source} />
          ))}
        </p>
      </section>
      <section>
        <h3>
          {finding.affects.length} {finding.affects.length === 1 ? 'pipeline' : 'pipelines'} affected
        </h3>
        <ul className={styles.list}>
          {finding.affects.slice(0, MOST_PIPELINES).map(({ id, name }) => (
            <li key={id}>
              <Link href={pipelineHref(`/pipelines/${id}`, { snapshot })} prefetch={false}>
                {name}
              </Link>
            </li>
          ))}
          {more > 0 ? <li>and {more} more</li> : null}
        </ul>
      </section>
    </article>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
