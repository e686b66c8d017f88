// On every sample: with the least set in place no need of any pipeline gets worse, and nothing but needs stays granted.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DETECTED } from '@/lib/analysis/failure-modes/register.fixture';
import { isJsonObject, type Json } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import { authorize } from '@/lib/iam/authorize';
import type { VerdictKind } from '@/lib/iam/decision';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { Policy } from '@/lib/iam/policy';
import { buildInventory } from '@/lib/model/build-inventory';
import type { Inventory } from '@/lib/model/inventory';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { APPS, snapshotOfApp } from '@/lib/template/cdk/apps.fixture';
import { judgePipeline } from '@/lib/verdict/judge-pipeline';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { changesOf, type Least, leastOf, withLeast } from './least-of';
import { listOf } from './pieces';
import { relate } from './serving';

const RANK: Readonly<Record<VerdictKind, number>> = { denied: 0, unknown: 1, depends: 2, allowed: 3 };

function example(): Snapshot {
  const parsed = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
  if (parsed.kind !== 'snapshot') throw new Error('the example cannot be read');
  return parsed.snapshot;
}

const SAMPLES: readonly (readonly [string, () => Snapshot])[] = [
  ['the example organisation', example],
  ...DETECTED.map(({ id, fires }) => [id, () => fires] as const),
  ...APPS.map((app) => [`the app ${app.name} of the CDK`, () => snapshotOfApp(app)] as const),
];

function judgedOf(inventory: Inventory): Judged {
  const shelf = policyShelf();
  const pipelines = [...inventory.pipelines.values()].map((one) => judgePipeline(inventory, shelf, one));
  return { inventory, pipelines, shelf };
}

/** Every need by where it stands, with its verdict. */
function verdictsOf({ pipelines }: Judged): ReadonlyMap<string, VerdictKind> {
  const verdicts = new Map<string, VerdictKind>();
  for (const { arn, paths } of pipelines)
    for (const { path, hops } of paths)
      for (const { hop, needs } of hops)
        for (const [place, one] of needs.entries())
          verdicts.set(
            `${arn} ${path.stage}/${path.action} ${hop.id} ${place} ${one.need.action} ${one.need.resource}`,
            one.verdict,
          );
  return verdicts;
}

function worse(before: Judged, after: Judged): readonly string[] {
  const now = verdictsOf(after);
  return [...verdictsOf(before)].flatMap(([name, verdict]) => {
    const then = now.get(name);
    return then !== undefined && RANK[then] >= RANK[verdict] ? [] : `${name}: ${verdict}, then ${then}`;
  });
}

it('the example has something to narrow in every hat of a pipeline', () => {
  const judged = judgedOf(buildInventory(example()));
  const hats = [...judged.inventory.pipelines.values()].map(({ roleArn }) => roleArn);
  for (const arn of hats) {
    const role = judged.inventory.roles.get(arn);
    const least = role === undefined ? null : leastOf(judged, role);
    expect(least?.identity.change, arn).not.toBeNull();
    expect(least?.identity.kept, arn).toBe(0);
  }
});

describe.each(SAMPLES)('the least sets of %s', (_, make) => {
  const inventory = buildInventory(make());
  const judged = judgedOf(inventory);
  const all = [...inventory.roles.values()].flatMap((role) => leastOf(judged, role) ?? []);

  it('make no need worse, one by one and all together', { timeout: 60_000 }, () => {
    for (const least of all) {
      if (changesOf(least).length === 0) continue;
      expect(worse(judged, judgedOf(withLeast(inventory, least))), least.role.arn).toEqual([]);
    }
    const together = all.reduce((before, least) => {
      const edited = judgedOf(before);
      const role = before.roles.get(least.role.arn);
      const again = role === undefined ? null : leastOf(edited, role);
      return again === null ? before : withLeast(before, again);
    }, inventory);
    expect(worse(judged, judgedOf(together))).toEqual([]);
  });

  it('grant nothing that no need asks for', () => {
    for (const least of all) for (const line of unexplained(least)) expect.fail(`${least.role.arn}: ${line}`);
  });

  it('allow nothing else when the engine is asked', () => {
    for (const least of all) {
      const { change, kept } = least.identity;
      if (change === null || kept > 0) continue;
      const policy = parsePolicy('least', 'identity', change.after);
      for (const { action, resource } of probes(inventory, least)) {
        const asked = (identity: readonly Policy[]) =>
          authorize(
            {
              principal: { kind: 'role', arn: least.role.arn, account: least.role.account },
              action,
              resource,
              resourceAccount: least.role.account,
              context: {},
              closed: false,
            },
            {
              identity,
              boundary: null,
              session: null,
              resource: null,
              scp: null,
              rcp: null,
              endpoint: null,
            },
          ).verdict;
        // What needs no permission, like sts:GetCallerIdentity, nothing can take away.
        if (asked([]) === 'allowed') continue;
        const verdict = asked([policy]);
        const isNeeded = least.use.makes.some(
          ({ judged: { need } }) =>
            need.action.toLowerCase() === action.toLowerCase() && mayMeet(need.resource, resource),
        );
        if (!isNeeded) expect(verdict, `${least.role.arn}: ${action} on ${resource}`).toBe('denied');
      }
    }
  });
});

function mayMeet(resource: string, probe: string): boolean {
  return relate(resource, probe) !== 'no' || relate(probe, resource) !== 'no';
}

/** Actions and resources of a generated policy that stand for no need. */
function unexplained({ identity, use }: Least): readonly string[] {
  return statementsIn(identity.change?.after ?? null).flatMap((statement) => {
    if (!isJsonObject(statement) || statement.Effect !== 'Allow') return [];
    if (typeof statement.Sid === 'string' && statement.Sid.startsWith('KeptCannotTell')) return [];
    return listOf(statement.Action).flatMap((action) => {
      const needs = use.makes.filter(({ judged: { need } }) => need.action === action);
      if (needs.length === 0) return [`${action} is not needed`];
      return listOf(statement.Resource).flatMap((written) => {
        const isAsked = needs.some(
          ({ judged: { need } }) =>
            need.resource === written ||
            (need.resource !== '*' && relate(written, need.resource) === 'unknown'),
        );
        return isAsked ? [] : [`${action} on ${written} is not needed`];
      });
    });
  });
}

/** What was granted, and what nobody had in mind, on every resource that is named anywhere. */
function probes(
  inventory: Inventory,
  { role, use }: Least,
): readonly { readonly action: string; readonly resource: string }[] {
  const documents: Json[] = [
    ...role.inline.map(({ document }) => document),
    ...role.attached.flatMap((arn) => inventory.managedPolicies.get(arn)?.document ?? []),
  ];
  const granted = documents.flatMap((document) =>
    statementsIn(document).flatMap((one) => (isJsonObject(one) ? listOf(one.Action) : [])),
  );
  const actions = [
    ...granted.filter((one) => !/[*?]/.test(one)),
    ...use.makes.map(({ judged: { need } }) => need.action),
    'iam:CreateUser',
    's3:DeleteObject',
    'sts:AssumeRole',
    'codepipeline:UpdatePipeline',
  ];
  const resources = [
    ...use.makes.map(({ judged: { need } }) => need.resource).filter((one) => !one.includes('*')),
    'arn:aws:s3:::nobody/nobody',
    'arn:aws:iam::111111111111:role/nobody',
    'arn:aws:kms:us-east-1:111111111111:key/nobody',
  ];
  const unique = [...new Set(resources)].slice(0, 20);
  return [...new Set(actions)].flatMap((action) => unique.map((resource) => ({ action, resource })));
}

function statementsIn(document: Json): readonly Json[] {
  if (!isJsonObject(document)) return [];
  const { Statement } = document;
  return Array.isArray(Statement) ? Statement : [Statement ?? null];
}
