// The rows of the list of roles: what each hat is for, how many can put it on, and how it fares.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { SEVERITIES, type Severity } from '@/lib/findings/finding';
import { type Hat, hatsOf } from '@/lib/findings/hats';
import { whoCanAssume } from '@/lib/iam/who-can-assume';
import type { Role } from '@/lib/model/resource';
import { isProd } from '@/lib/model/tier';
import { assumeIndex, assumeTarget } from '@/lib/verdict/assume-index';
import { verdictAtWill } from '@/lib/verdict/at-will';
import type { State } from '@/lib/verdict/judgement';
import type { PolicyShelf } from '@/lib/verdict/policy-shelf';
import { accountName } from './naming';
import { roleId } from './role-page-id';

export interface RoleRow {
  readonly arn: string;
  /** As a URL names it. */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly isProd: boolean;
  /** The account's tier; null where nothing tells. */
  readonly tier: string | null;
  /** How many pipelines wear it; 0: it is no hat of a pipeline. */
  readonly serves: number;
  /** How many principals can put it on for certain; null where they were not counted. */
  readonly can: number | null;
  readonly overBroad: boolean;
  /** Whether somebody answers today for all that makes it so; only where that was asked. */
  readonly accepted?: boolean;
  /** The worst finding about it; null where there is none. */
  readonly severity: Severity | null;
  /** The worst state of the actions that it takes part in; null where there are none. */
  readonly state: State | null;
}

export interface RoleRows {
  /** By account and name. */
  readonly rows: readonly RoleRow[];
  /** Hats that pipelines wear and that nobody read. */
  readonly unread: number;
}

const WORST = ['broken', 'unknown', 'depends', 'works'] as const;

/** One row for each role that was read. Who can put it on is counted for the hats of pipelines alone: of thousands of others the page
 *  of each tells. Never throws. */
export function roleRows(analysis: Analysis, shelf: PolicyShelf): RoleRows {
  const { inventory, pipelines, findings } = analysis;
  const hats = new Map(hatsOf({ pipelines, shelf }).map((hat) => [hat.role, hat]));
  const states = new Map(
    pipelines.flatMap(({ paths }) => paths.map(({ path, state }) => [path, state] as const)),
  );
  const bySubject = groupBy(findings, ({ subject }) => subject);
  const rows = [...inventory.roles.values()].map((role): RoleRow => {
    const hat = hats.get(role.arn);
    const about = bySubject.get(role.arn) ?? [];
    return {
      arn: role.arn,
      id: roleId(role.arn),
      name: role.name,
      account: accountName(inventory, role.account),
      isProd: isProd(inventory, role.account),
      tier: inventory.tiers.get(role.account)?.name ?? null,
      serves: hat?.pipelines.length ?? 0,
      can: hat === undefined ? null : countOf(analysis, shelf, role),
      overBroad: about.some(({ marks }) => marks),
      severity: SEVERITIES.find((one) => about.some(({ severity }) => severity === one)) ?? null,
      state: hat === undefined ? null : worstOf(hat, states),
    };
  });
  return {
    rows: rows.sort((a, b) => order(a).localeCompare(order(b), 'en')),
    unread: [...hats.keys()].filter((arn) => !inventory.roles.has(arn)).length,
  };
}

function order({ account, name, arn }: RoleRow): string {
  return `${account} ${name} ${arn}`;
}

function worstOf({ uses }: Hat, states: ReadonlyMap<Hat['uses'][number]['path'], State>): State | null {
  const found = new Set(uses.flatMap(({ path }) => states.get(path) ?? []));
  return WORST.find((state) => found.has(state)) ?? null;
}

function countOf({ inventory }: Analysis, shelf: PolicyShelf, role: Role): number {
  const edges = whoCanAssume(assumeIndex(inventory, shelf), assumeTarget(inventory, shelf, role));
  return edges.filter(
    ({ principal, decision }) =>
      !('arn' in principal && principal.arn === role.arn) && verdictAtWill(decision) === 'allowed',
  ).length;
}
