// The statements a verdict rests on: the denies, or one allow for each thing that had to be allowed.
import type { Outcome } from './decide';
import type { Evidence, VerdictKind } from './decision';
import type { Hit, Tally } from './evaluate-policy';

/** The statements that decided, in AWS's order of evaluation. An implicit denial rests on none. Never throws. */
export function evidenceOf(outcome: Outcome, verdict: VerdictKind): readonly Evidence[] {
  const found: Evidence[] = [];
  const isOpen = verdict === 'depends' || verdict === 'unknown';
  if (verdict !== 'allowed') addAllDenies(found, outcome, isOpen || outcome.by === 'explicit-deny');
  if (verdict !== 'denied') addNeededAllows(found, outcome, isOpen);
  // A statement whose Effect cannot be read may do both.
  return isOpen
    ? found.filter((one, index) => !found.slice(0, index).some((other) => isSame(one, other)))
    : // Without the room to grow that a list which was pushed to keeps: an analysis holds hundreds of thousands.
      found.slice();
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one.policy === other.policy && one.pointer === other.pointer;
}

function addAllDenies(found: Evidence[], { layers }: Outcome, withOpen: boolean): void {
  for (const level of layers.rcp ?? []) addDenies(found, level, withOpen);
  for (const level of layers.scp ?? []) addDenies(found, level, withOpen);
  for (const layer of [layers.resource, layers.identity, layers.boundary, layers.session, layers.endpoint])
    addDenies(found, layer, withOpen);
}

function addDenies(found: Evidence[], tally: Tally | null, withOpen: boolean): void {
  for (const hit of tally?.denies ?? []) if (hit.applies === 'yes' || withOpen) found.push(toEvidence(hit));
}

/** One allow of each layer that had to allow for the request to be allowed. */
function addNeededAllows(found: Evidence[], outcome: Outcome, isOpen: boolean): void {
  const { layers, by } = outcome;
  const needsBoth = isOpen || outcome.isCrossAccount !== 'no';
  if (layers.scp !== null) for (const level of layers.scp) addAllows(found, level, isOpen);
  if (needsBoth || by === 'resource' || outcome.delegates) addAllows(found, layers.resource, isOpen);
  if (needsBoth || by === 'identity') addAllows(found, layers.identity, isOpen);
  // A grant to the very requester passes by boundary and session policy.
  if (needsBoth || by === 'identity' || layers.resource?.direct !== 'yes') {
    addAllows(found, layers.boundary, isOpen);
    addAllows(found, layers.session, isOpen);
  }
  addAllows(found, layers.endpoint, isOpen);
}

/** The strongest of the allows that apply; where none surely does, all that may. */
function addAllows(found: Evidence[], tally: Tally | null, isOpen: boolean): void {
  if (tally === null) return;
  const sure = strongest(tally.allows);
  if (sure !== null) found.push(sure.statement.evidence);
  else if (isOpen) for (const hit of tally.allows) found.push(toEvidence(hit));
}

function strongest(hits: readonly Hit[]): Hit | null {
  let best: Hit | null = null;
  for (const hit of hits) if (hit.applies === 'yes' && (best === null || rank(hit) > rank(best))) best = hit;
  return best;
}

function rank({ strength }: Hit): number {
  if (strength.direct === 'yes') return 2;
  return strength.entity === 'yes' ? 1 : 0;
}

function toEvidence({ statement, applies }: Hit): Evidence {
  return applies === 'yes' ? statement.evidence : { ...statement.evidence, applies };
}
