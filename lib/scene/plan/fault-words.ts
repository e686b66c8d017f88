// Few words for who said no: the second line of a store or key at fault, and the note beside a broken edge.
import type { JudgedHop, JudgedPipeline, State } from '@/lib/verdict/judgement';
import type { PlanLink } from './plan';

export type AccountName = (id: string) => string;

/** `prod is not named`, `denies prod`, or null when the resource is not what is at fault. Never throws. */
export function faultOfResource(
  links: readonly PlanLink[],
  node: string,
  judged: JudgedPipeline,
): string | null {
  if (judged.nodes.length === 0) return null;
  for (const link of links) {
    if (link.to !== node || link.state !== 'broken') continue;
    for (const { judged: hop } of link.hops) {
      if (hop.state !== 'broken') continue;
      if (hop.hop.faults.some((fault) => fault.certain)) return 'cannot be used';
      if (hop.sides.resource === 'broken')
        return whoSays(hop, 'resource') === 'deny' ? 'denies it' : 'does not let it in';
    }
  }
  return null;
}

/** The lines under the head of a note: what each account says. Never throws. */
export function sideWords(hop: JudgedHop, nameOf: AccountName): readonly string[] {
  const { crossAccount, principal, resource, principalAccount, resourceAccount } = hop.sides;
  if (hop.hop.faults.length > 0 && hop.needs.length === 0) return ['no policy can cure it'];
  if (!crossAccount || principalAccount === null || resourceAccount === null) {
    const account = principalAccount ?? resourceAccount;
    return [`${account === null ? 'AWS' : nameOf(account)} ${says(hop, hop.state, 'principal')}`];
  }
  return [
    `${nameOf(principalAccount)} ${says(hop, principal, 'principal')},`,
    `${nameOf(resourceAccount)} ${says(hop, resource, 'resource')}`,
  ];
}

function says(hop: JudgedHop, state: State, side: 'principal' | 'resource'): string {
  switch (state) {
    case 'works':
      return 'says yes';
    case 'depends':
      return 'says it depends';
    case 'unknown':
      return 'was not read';
    case 'broken':
      return whoSays(hop, side) === 'deny' ? 'says no' : 'says nothing';
  }
}

function whoSays(hop: JudgedHop, side: 'principal' | 'resource'): 'deny' | 'nothing' {
  const ofResource = (layer: string): boolean => layer === 'resource' || layer === 'rcp';
  const denies = hop.needs.some(({ verdict, decision }) =>
    decision.evidence.some(
      (one) =>
        verdict === 'denied' &&
        one.effect === 'Deny' &&
        one.applies === 'yes' &&
        ofResource(one.layer) === (side === 'resource'),
    ),
  );
  return denies ? 'deny' : 'nothing';
}
