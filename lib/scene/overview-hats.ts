// The most over-broad hats: how many can put each on, and how many need to.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { type Finding, SEVERITIES } from '@/lib/findings/finding';
import { trustedAccounts } from '@/lib/findings/trusted-accounts';
import { isProd } from '@/lib/model/tier';
import { type Arn, arnName } from '@/lib/names/arn';
import { accountName } from './naming';
import { roleId } from './role-page-id';
import type { Words } from './trail';
import { mono, words } from './words';

export interface BroadHat {
  readonly arn: Arn;
  /** As a URL names it. */
  readonly id: string;
  /** `prod/deploy`. */
  readonly name: string;
  readonly isProd: boolean;
  /** `Trusts all of tools.` */
  readonly why: string;
  /** Principals that can put it on today; null where anybody can. */
  readonly can: readonly Arn[] | null;
  readonly need: readonly Arn[];
  readonly complete: boolean;
  /** False: it is too wide for what it may do, and nobody was counted who can put it on. */
  readonly counted: boolean;
  /** Whether somebody answers today for all that makes it over-broad; only where that was asked. */
  readonly accepted?: boolean;
  readonly pipelines: number;
}

/** One entry for each hat with a finding, the widest first. Never throws. */
export function broadHats(analysis: Analysis): readonly BroadHat[] {
  const bySubject = groupBy(
    analysis.findings.filter((finding) => finding.marks && analysis.inventory.roles.has(finding.subject)),
    (finding) => finding.subject,
  );
  return [...bySubject]
    .map(([arn, findings]) => ({ hat: hatOf(analysis, arn, findings), rank: rankOf(findings) }))
    .sort((a, b) => a.rank - b.rank || surplus(b.hat) - surplus(a.hat) || (a.hat.name < b.hat.name ? -1 : 1))
    .map(({ hat }) => hat);
}

/** "11 principals can put on prod’s `deploy`, 1 needs to." `accepted`: how many more there are that somebody answers for. Never throws. */
export function hatsSentence(hats: readonly BroadHat[], accepted = 0): Words {
  const prod = hats.filter((hat) => hat.isProd && hat.counted);
  const open = hats.find((hat) => hat.can === null);
  if (open !== undefined) return words('Anybody in AWS can put on ', mono(open.name), '.');
  const [only, ...others] = prod;
  if (only === undefined)
    return words(
      hats.length === 0
        ? accepted === 0
          ? 'No hat is over-broad.'
          : `${accepted === 1 ? 'The only over-broad hat is' : `All ${accepted} over-broad hats are`} accepted.`
        : `${hats.length} ${hats.length === 1 ? 'hat is' : 'hats are'} over-broad.`,
    );
  const can = new Set(prod.flatMap((hat) => hat.can ?? [])).size;
  const need = new Set(prod.flatMap((hat) => hat.need)).size;
  const complete = prod.every((hat) => hat.complete);
  const who = `${complete ? '' : 'At least '}${can} ${can === 1 ? 'principal' : 'principals'} can put on `;
  const needs = `, ${need} ${need === 1 ? 'needs' : 'need'} to.`;
  return others.length === 0
    ? words(who, mono(only.name), needs)
    : words(`${who}${prod.length} over-broad prod hats${needs}`);
}

function hatOf({ inventory }: Analysis, arn: Arn, findings: readonly Finding[]): BroadHat {
  const account = findings[0]?.account ?? null;
  const reaches = findings.flatMap((finding) => finding.reach ?? []);
  const trusted = trustedAccounts(inventory.roles.get(arn)?.trust ?? null).map((one) =>
    accountName(inventory, one),
  );
  const anybody = findings.some((finding) => finding.rule === 'role-trusts-anyone');
  const perhaps = findings.every((finding) => finding.certainty === 'possible');
  const whole = findings.some((finding) => finding.rule === 'role-trusts-whole-account');
  const why = anybody
    ? 'Trusts every AWS account.'
    : whole
      ? `Trusts all of ${trusted.join(', ')}.`
      : `${findings[0]?.title ?? ''}.`;
  return {
    arn,
    id: roleId(arn),
    name: `${accountName(inventory, account)}/${arnName(arn)}`,
    isProd: isProd(inventory, account),
    why: perhaps ? `Perhaps: ${why}` : why,
    can: anybody ? null : [...new Set(reaches.flatMap((reach) => reach.can))].sort(),
    need: [...new Set(reaches.flatMap((reach) => reach.need))].sort(),
    complete: reaches.every((reach) => reach.complete),
    counted: anybody || reaches.length > 0,
    pipelines: new Set(findings.flatMap((finding) => finding.pipelines)).size,
  };
}

function surplus({ can, need }: BroadHat): number {
  return can === null ? Number.MAX_SAFE_INTEGER : can.length - need.length;
}

function rankOf(findings: readonly Finding[]): number {
  return Math.min(...findings.map((finding) => SEVERITIES.indexOf(finding.severity)));
}
