// All slices of a snapshot, and by what it is seen that one of them judges as the whole did.
import { groupBy } from '@/lib/base/group-by';
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount } from '@/lib/names/arn';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import type { JudgedHop, JudgedPipeline } from '@/lib/verdict/judgement';
import type { Analysis } from './analysis';
import type { LookedUp } from './analyze';
import { lookUpFacts } from './fact-lookup';
import { type Slice, type SliceSource, sliceOf } from './slice';

/** What slices of a snapshot are taken from, indexed once. Never throws. */
export function sliceSource(snapshot: Snapshot, { inventory, findings }: Analysis): SliceSource {
  return {
    facts: lookUpFacts(snapshot.facts),
    inventory,
    findings,
    gapsAbout: groupBy(snapshot.gaps, ({ scope }) => scope),
    speakers: speakersOf(inventory),
    openRoles: openRoles(inventory),
  };
}

/** One slice after the other, in the order of the analysis. Never throws. */
export function* slicesOf(snapshot: Snapshot, analysis: Analysis, lookedUp: LookedUp): Generator<Slice> {
  const source = sliceSource(snapshot, analysis);
  for (const judged of analysis.pipelines)
    yield sliceOf(source, judged, lookedUp.get(judged.arn) ?? new Set());
}

/** The answer in short: states, verdicts and who decided them, findings aside. Two judgements of one pipeline with the same summary
 *  say the same. Never throws. */
export function summaryOf({ arn, state, overBroad, paths }: JudgedPipeline): string {
  const said = paths.map(({ path, state, overBroad, atFault, hops }) => [
    `${path.stage}/${path.action} ${state} ${overBroad} ${atFault}`,
    hops.map(hopSummary),
  ]);
  return JSON.stringify([arn, state, overBroad, said]);
}

function hopSummary({ hop, state, overBroad, needs, gaps }: JudgedHop) {
  return [
    `${hop.id} ${state} ${overBroad} ${gaps.length}`,
    hop.faults.map(({ rule, certain, leavesOpen }) => `${rule} ${certain} ${leavesOpen}`),
    needs.map(({ need, verdict, decision, notScanned, gaps: own }) => [
      `${need.action} ${need.resource} ${verdict} ${decision.by} ${own.length}`,
      notScanned,
      decision.evidence.map(({ policy, statement, effect }) => `${policy} ${statement} ${effect}`),
    ]),
  ];
}

function speakersOf({ accounts, gaps }: Inventory): readonly string[] {
  const managing = [...accounts.values()].filter(({ management }) => management).map(({ id }) => id);
  const refused = gaps.filter(({ source }) => source.startsWith('organizations:'));
  return [...new Set([...managing, ...refused.map(({ account }) => account)])];
}

/** Roles that an identity provider, or an account that was not read, may put on. */
function openRoles(inventory: Inventory): ReadonlyMap<string, readonly Arn[]> {
  const open = [...inventory.roles.values()].filter(({ trust }) => {
    const named = JSON.stringify(trust) ?? '';
    if (/:(oidc|saml)-provider\//.test(named)) return true;
    return (named.match(/(?<!\d)\d{12}(?!\d)/g) ?? []).some((one) => !inventory.iamReadIn.has(one));
  });
  return groupBy(
    open.map(({ arn }) => arn),
    (arn) => arnAccount(arn) ?? '',
  ) as ReadonlyMap<string, readonly Arn[]>;
}
