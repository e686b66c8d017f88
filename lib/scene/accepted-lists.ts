// Lists of roles, pipelines and hats with what somebody answers for: their marks stay, and say so.
import { groupBy } from '@/lib/base/group-by';
import { isAccepted, type Weighed } from '@/lib/findings/acceptance';
import type { FindingRow } from './findings-page';
import type { Overview } from './overview';
import { hatsSentence } from './overview-hats';
import type { PipelineRow } from './pipeline-rows';
import type { RoleRows } from './role-rows';
import { words } from './words';

export interface AcceptedIn {
  readonly weighed: Weighed;
  /** How many findings somebody answers for today. */
  readonly count: number;
  /** The ARNs of what is over-broad, where somebody answers for all that makes it so: roles, buckets, keys, and pipelines. */
  readonly subjects: ReadonlySet<string>;
}

/** `marks`: the findings that make a pipeline over-broad, by its ARN. Never throws. */
export function acceptedAmong(
  findings: readonly Pick<FindingRow, 'id' | 'subject' | 'marks'>[],
  marks: { readonly [pipeline: string]: readonly string[] },
  weighed: Weighed,
): AcceptedIn {
  const bySubject = groupBy(
    findings.filter((one) => one.marks),
    (one) => one.subject,
  );
  const all: readonly (readonly [string, readonly string[]])[] = [
    ...[...bySubject].map(([subject, own]) => [subject, own.map(({ id }) => id)] as const),
    ...Object.entries(marks),
  ];
  return {
    weighed,
    count: findings.filter(({ id }) => isAccepted(weighed, id)).length,
    subjects: new Set(all.flatMap(([arn, ids]) => (ids.every((id) => isAccepted(weighed, id)) ? [arn] : []))),
  };
}

/** Never throws. */
export function withAcceptedRoles(roles: RoleRows, { subjects }: AcceptedIn): RoleRows {
  return subjects.size === 0 ? roles : { ...roles, rows: roles.rows.map((one) => marked(one, subjects)) };
}

/** Never throws. */
export function withAcceptedPipelines(
  rows: readonly PipelineRow[],
  { subjects }: AcceptedIn,
): readonly PipelineRow[] {
  return subjects.size === 0 ? rows : rows.map((one) => marked(one, subjects));
}

/** What nobody answers for comes first, and the sentence speaks of it alone. Never throws. */
export function withAcceptedHats(overview: Overview, { subjects }: AcceptedIn): Overview {
  const hats = overview.hats.map((one) => ({ ...one, overBroad: true }));
  const told = hats.map((one) => marked(one, subjects));
  const open = told.filter(({ accepted }) => accepted !== true);
  if (open.length === told.length) return overview;
  return {
    ...overview,
    headline: words(`${overview.standing} `, ...hatsSentence(open, told.length - open.length)),
    hats: [...open, ...told.filter(({ accepted }) => accepted === true)],
  };
}

function marked<T extends { readonly arn: string; readonly overBroad: boolean }>(
  one: T,
  subjects: ReadonlySet<string>,
): T & { readonly accepted?: boolean } {
  return one.overBroad && subjects.has(one.arn) ? { ...one, accepted: true } : one;
}
