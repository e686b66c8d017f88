// The statements a verdict rests on: the denies, or one allow for each thing that had to be allowed.
import type { Outcome } from './decide';
import type { Evidence, VerdictKind } from './decision';
import type { Hit, Tally } from './evaluate-policy';
import type { Tri } from './tri';

/** The statements that decided, in AWS's order of evaluation. An implicit denial rests on none. Never throws. */
export function evidenceOf(outcome: Outcome, verdict: VerdictKind): readonly Evidence[] {
  const found: Hit[] = [];
  const isOpen = verdict === 'depends' || verdict === 'unknown';
  const tallies = talliesOf(outcome);
  if (verdict !== 'allowed')
    for (const tally of tallies)
      for (const hit of tally.denies)
        if (hit.applies === 'yes' || isOpen || outcome.by === 'explicit-deny') found.push(hit);
  if (verdict === 'denied') return found.map(toEvidence);
  for (const tally of talliesNeeded(outcome, isOpen)) addAllows(found, tally, isOpen);
  return found.map(toEvidence);
}

function talliesOf({ layers }: Outcome): readonly Tally[] {
  return [
    ...(layers.rcp ?? []),
    ...(layers.scp ?? []),
    layers.resource,
    layers.identity,
    layers.boundary,
    layers.session,
    layers.endpoint,
  ].filter((tally) => tally !== null);
}

/** The layers that had to allow for the request to be allowed. */
function talliesNeeded(outcome: Outcome, isOpen: boolean): readonly Tally[] {
  const { layers } = outcome;
  const needed: (Tally | null)[] = [...(layers.scp ?? [])];
  const isWithin = outcome.isCrossAccount === 'no';
  if (isOpen || !isWithin || outcome.by === 'resource' || outcome.delegates) needed.push(layers.resource);
  if (isOpen || !isWithin || outcome.by === 'identity') needed.push(layers.identity);
  const isFiltered = isOpen || !isWithin || layers.resource?.direct !== 'yes' || outcome.by === 'identity';
  if (isFiltered) needed.push(layers.boundary, layers.session);
  return [...needed, layers.endpoint].filter((tally) => tally !== null);
}

/** The strongest of the allows that apply; where none surely does, all that may. */
function addAllows(found: Hit[], tally: Tally, isOpen: boolean): void {
  const sure = strongest(tally.allows.filter((hit) => hit.applies === 'yes'));
  if (sure !== null) found.push(sure);
  else if (isOpen) found.push(...tally.allows);
}

function strongest(hits: readonly Hit[]): Hit | null {
  const by = (strength: 'direct' | 'entity') => hits.find((hit) => hit.strength[strength] === 'yes');
  return by('direct') ?? by('entity') ?? hits[0] ?? null;
}

/** A statement that applies, or may, as evidence. Never throws. */
export function toEvidence({ policy, statement, applies }: Hit): Evidence {
  return {
    policy: policy.id,
    statement: statement.index,
    ...(statement.sid === null ? {} : { sid: statement.sid }),
    effect: effectOf(statement.effect),
    layer: policy.type,
    pointer: statement.pointer,
    applies: applies satisfies Tri,
  };
}

/** A statement whose Effect cannot be read is shown as the Deny it may be. Never throws. */
export function effectOf(effect: Hit['statement']['effect']): 'Allow' | 'Deny' {
  return effect === 'Allow' ? 'Allow' : 'Deny';
}
