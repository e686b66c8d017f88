// No fix allows more than what is broken: every principal, action and resource that it names is one of a denied need.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { DETECTED } from '@/lib/analysis/failure-modes/register.fixture';
import { isJsonObject, type Json } from '@/lib/base/json';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { APPS, snapshotOfApp } from '@/lib/template/cdk/apps.fixture';
import type { JudgedNeed } from '@/lib/verdict/judgement';
import type { PolicyChange } from './fix';
import { deniedNeeds } from './fix-hops';
import { principalText } from './principals';

function example(): Snapshot {
  const parsed = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
  if (parsed.kind !== 'snapshot') throw new Error('the example cannot be read');
  return parsed.snapshot;
}

const SNAPSHOTS: readonly (readonly [string, Snapshot])[] = [
  ...DETECTED.map(({ id, fires }) => [id, fires] as const),
  ...APPS.map((app) => [`a pipeline of the CDK, ${app.name}`, snapshotOfApp(app)] as const),
  ['the example organisation', example()],
];

const list = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

/** What a statement allows, one by one: `principal action resource`. */
function allowed(statement: Json, { place }: PolicyChange): readonly string[] {
  if (!isJsonObject(statement)) throw new Error('a statement is an object');
  const { Effect, Principal, Action, Resource, Condition, ...rest } = statement;
  expect(Effect).toBe('Allow');
  expect(rest).toEqual({});
  const principals = isJsonObject(Principal)
    ? Object.values(Principal).flatMap((one) => list(one))
    : [place.kind === 'inline' ? place.owner : 'nobody'];
  // In its own policy `*`, or nothing, stands for the resource itself.
  const resources = place.kind === 'inline' || place.kind === 'bucket' ? list(Resource) : ['its own'];
  const condition = Condition === undefined ? '' : ` ${JSON.stringify(Condition)}`;
  return principals.flatMap((who) =>
    list(Action).flatMap((what) => resources.map((on) => `${who} ${what} ${on}${condition}`)),
  );
}

/** The same of a need. */
function asked({ need }: JudgedNeed, { place }: PolicyChange): string {
  const on = place.kind === 'inline' || place.kind === 'bucket' ? need.resource : 'its own';
  const service = need.context['iam:PassedToService'] ?? need.base['iam:PassedToService'];
  const condition =
    need.action === 'iam:PassRole' && service?.kind === 'known'
      ? ` ${JSON.stringify({ StringEquals: { 'iam:PassedToService': service.values[0] } })}`
      : '';
  return `${principalText(need.principal)} ${need.action} ${on}${place.kind === 'inline' ? condition : ''}`;
}

function isOf(place: PolicyChange['place'], { need }: JudgedNeed): boolean {
  switch (place.kind) {
    case 'trust':
      return need.resource === place.role;
    case 'inline':
      return principalText(need.principal) === place.owner;
    case 'bucket':
      return need.resource === place.bucket || need.resource.startsWith(`${place.bucket}/`);
    case 'key':
      return need.resource === place.key;
    case 'resource':
      return need.resource === place.resource;
    case 'managed':
    case 'guardrail':
      return false;
  }
}

let changes = 0;

describe.each(SNAPSHOTS)('the fixes of %s', (_, snapshot) => {
  it('allow exactly what is denied, and nothing besides', () => {
    const analysis = analyze(snapshot);
    for (const { paths } of analysis.pipelines)
      for (const path of paths.filter(({ state }) => state === 'broken')) {
        const denied = path.hops.filter(({ state }) => state === 'broken').flatMap(deniedNeeds);
        for (const { change } of analysis.fixesFor(path.hops)) {
          if (change === null) continue;
          changes += 1;
          const asks = new Set(
            denied.filter((one) => isOf(change.place, one)).map((one) => asked(one, change)),
          );
          for (const allows of change.added.flatMap((statement) => allowed(statement, change))) {
            expect(allows).not.toMatch(/^\S+ \S*\*/);
            expect(asks, allows).toContain(allows);
          }
        }
      }
  });
});

it('that is shown on many changes', () => {
  expect(changes).toBeGreaterThan(30);
});
