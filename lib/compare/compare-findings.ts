// Findings of two snapshots: new, gone, graver or more certain; and those of which nobody can say that they are gone.
import type { Analysis } from '@/lib/analysis/analysis';
import { sortedBy } from '@/lib/base/sort';
import { type Finding, SEVERITIES } from '@/lib/findings/finding';
import type { Gap } from '@/lib/snapshot/gap';
import type { Change, ChangeKind, FindingChange } from './comparison';

/** The findings that differ, gravest first. A finding whose subject, or whose account, is read worse than before is no longer known, not
 *  gone. Never throws. */
export function changedFindings(
  before: Analysis,
  after: Analysis,
  changes: readonly Change[],
): readonly FindingChange[] {
  const old = new Map(before.findings.map((one) => [one.id, one]));
  const now = new Map(after.findings.map((one) => [one.id, one]));
  const readWorse = unreadSubjects(changes, 'no-longer-known', after, before);
  const readBetter = unreadSubjects(changes, 'now-known', before, after);
  const found = [...new Set([...now.keys(), ...old.keys()])].flatMap((id): readonly FindingChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    const finding = is ?? was;
    if (finding === undefined) return [];
    const kind = kindOf(was, is, { readWorse, readBetter });
    return kind === null ? [] : [{ kind, finding, before: shown(was), after: shown(is) }];
  });
  return sortedBy(found, ({ finding }) => `${SEVERITIES.indexOf(finding.severity)} ${finding.id}`);
}

function shown(finding: Finding | undefined): FindingChange['before'] {
  return finding === undefined ? null : { severity: finding.severity, certainty: finding.certainty };
}

type Concerns = (finding: Finding) => boolean;

function kindOf(
  was: Finding | undefined,
  is: Finding | undefined,
  { readWorse, readBetter }: { readonly readWorse: Concerns; readonly readBetter: Concerns },
): ChangeKind | null {
  if (was === undefined) return is !== undefined && readBetter(is) ? 'now-known' : 'added';
  if (is === undefined) return readWorse(was) ? 'no-longer-known' : 'removed';
  return was.severity === is.severity && was.certainty === is.certainty ? null : 'changed';
}

/** Whether a finding speaks of something that one side did not read: its subject, one of its pipelines, a policy that it cites, or, by a
 *  call that only that side was refused, its account. */
function unreadSubjects(
  changes: readonly Change[],
  kind: ChangeKind,
  { inventory: worse }: Analysis,
  { inventory: better }: Analysis,
): Concerns {
  const subjects = new Set(changes.filter((one) => one.kind === kind).map(({ subject }) => subject));
  const name = ({ source, account, region, scope }: Gap) => `${source} ${account} ${region} ${scope}`;
  const refusedAlready = new Set(better.gaps.map(name));
  const accounts = new Set(
    worse.gaps.filter((gap) => !refusedAlready.has(name(gap))).map(({ account }) => account),
  );
  return (finding) =>
    subjects.has(finding.subject) ||
    subjects.has(finding.account) ||
    accounts.has(finding.account) ||
    finding.pipelines.some((arn) => subjects.has(arn)) ||
    finding.evidence.some(({ source }) => source.arn !== null && subjects.has(source.arn));
}
