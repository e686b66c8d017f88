// What an edit does to a pipeline that is judged alone is what it does in the whole snapshot, whatever is edited.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '@/lib/base/json';
import type { Inventory } from '@/lib/model/inventory';
import { documentAt, type PolicyEdit, type PolicyPlace } from '@/lib/model/overlay';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import { organization } from '../../bench/organization';
import { analyze, analyzeEdited } from './analyze';
import { pipelinesAlone } from './pipeline-alone';
import { summaryOf } from './slices';

const EXAMPLE: Snapshot = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
const size = { organizationalUnits: 3, accounts: 6, rolesPerAccount: 8, pipelines: 5, regions: 2 };

test.each([
  ['the example', EXAMPLE],
  ['a made-up organisation', organization({ ...size, actionsPerPipeline: 6 })],
  ['one that trusts whole accounts', organization({ ...size, actionsPerPipeline: 4, roles: 'mixed' })],
] as const)(
  'in %s',
  (_, snapshot) => {
    const whole = analyze(snapshot);
    const of = pipelinesAlone(snapshot, whole);
    fc.assert(
      fc.property(fc.nat(), fc.array(anyChange, { minLength: 1, maxLength: 3 }), (which, changes) => {
        const { arn } = pick(whole.pipelines, which);
        const alone = of(arn);
        if (alone === null) throw new Error(`${arn} cannot be judged alone`);
        const places = placesIn(alone.inventory);
        const edits = changes.map((change) => editOf(alone.inventory, places, change));
        const [own, page, all] = [
          analyzeEdited(alone, arn, edits)?.pipelines[0],
          analyzeEdited(whole, arn, edits)?.pipelines[0],
          analyze(snapshot, {}, edits).pipelines.find((one) => one.arn === arn),
        ];
        if (own === undefined || page === undefined || all === undefined) throw new Error(`${arn} is gone`);
        expect(summaryOf(unmarked(own))).toBe(summaryOf(unmarked(all)));
        expect(own.marks).toEqual(page.marks);
      }),
      { numRuns: 25 },
    );
  },
  90_000,
);

/** Everything around a pipeline that was read and that somebody could edit. */
function placesIn(inventory: Inventory): readonly PolicyPlace[] {
  const guardrails = [...inventory.accounts.values()].flatMap(({ scps }) =>
    scps?.kind !== 'read'
      ? []
      : scps.value.flatMap(({ policies }) => (policies.kind === 'read' ? policies.value : [])),
  );
  const all: readonly PolicyPlace[] = [
    ...[...inventory.roles.values()].flatMap(({ arn, inline }): readonly PolicyPlace[] => [
      { kind: 'trust', role: arn },
      ...inline.map(({ name }) => ({ kind: 'inline' as const, owner: arn, name })),
    ]),
    ...[...inventory.managedPolicies.keys()].map((policy) => ({ kind: 'managed' as const, policy })),
    ...[...inventory.buckets.keys()].map((bucket) => ({ kind: 'bucket' as const, bucket })),
    ...[...inventory.keys.keys()].map((key) => ({ kind: 'key' as const, key })),
    ...[...new Set(guardrails.map(({ arn }) => arn))].map((policy) => ({
      kind: 'guardrail' as const,
      policy,
    })),
  ];
  return all.filter((place) => statementsOf(documentAt(inventory, place)).length > 0);
}

type Statement = { readonly [field: string]: Json };

/** What somebody could do to a statement; null: take it out. */
const WAYS: readonly ((statement: Statement, account: string) => Statement | null)[] = [
  () => null,
  (one) => ({ ...one, Effect: one.Effect === 'Allow' ? 'Deny' : 'Allow' }),
  (one) => ({ ...one, Action: '*' }),
  (one) => ({ ...one, Action: 's3:GetObject' }),
  ({ Condition: _, ...one }) => one,
  (one) => ('Principal' in one ? { ...one, Principal: '*' } : { ...one, Resource: '*' }),
  (one, account) =>
    'Principal' in one
      ? { ...one, Principal: { AWS: `arn:aws:iam::${account}:root` } }
      : { ...one, NotAction: 'iam:*', Action: [] },
];

/** Each number picks one of as many as there are. */
const anyChange = fc.record({ place: fc.nat(), statement: fc.nat(), way: fc.nat(), account: fc.nat() });
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

function editOf(inventory: Inventory, places: readonly PolicyPlace[], change: Change): PolicyEdit {
  const place = pick(places, change.place);
  const statements = statementsOf(documentAt(inventory, place));
  const chosen = pick(statements, change.statement);
  const account = pick([...inventory.accounts.keys()], change.account);
  const changed = pick(WAYS, change.way)(chosen, account);
  const edited = statements.flatMap((one) => (one === chosen ? (changed ?? []) : one));
  return { place, document: { Version: '2012-10-17', Statement: edited } };
}

function statementsOf(document: Json | null | undefined): readonly Statement[] {
  const { Statement: statements = [] } = (document ?? {}) as { readonly Statement?: Json };
  return (Array.isArray(statements) ? statements : [statements]) as readonly Statement[];
}

function pick<T>(all: readonly T[], number: number): T {
  const found = all[number % all.length];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}

/** Rules compare pipelines with each other: what they mark is held against the same edit on the page of the whole. */
function unmarked(judged: JudgedPipeline): JudgedPipeline {
  const paths = judged.paths.map((path) => ({
    ...path,
    overBroad: false,
    hops: path.hops.map((hop) => ({ ...hop, overBroad: false })),
  }));
  return { ...judged, overBroad: false, paths };
}
