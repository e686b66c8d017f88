// Few words for who said no: the second line of a store or key at fault, and the note beside a broken edge.
import type { JudgedHop, State } from '@/lib/verdict/judgement';
import type { LinkHop, PlanLink } from './plan';
import type { PlanIndex } from './plan-index';
import { worst } from './worst';

/** Longer ones leave no room for what is said of them; nor do twelve digits, which are wider than letters. */
const SHORT_NAME = 12;

export type AccountName = (id: string) => string;

/** What is wrong with the thing itself, not with those who ask for it: works where the fault lies elsewhere. Never throws. */
export function blameOf(index: PlanIndex, node: string): State {
  const states = index.linksTo(node).flatMap((link) => link.hops.map((hop) => ownState(hop, link, index)));
  return worst(states) ?? 'works';
}

function ownState({ judged: hop, path }: LinkHop, link: PlanLink, { paths }: PlanIndex): State {
  if (hop.sides.crossAccount) return hop.sides.resource;
  // A hat's trust policy decides also inside one account.
  if (link.kind === 'service' || link.kind === 'assumes') return hop.state;
  const owner = paths.get(path);
  return owner?.worst === hop && owner.atFault === 'resource-policy' ? hop.state : 'works';
}

/** `prod is not let in`, `5 accounts not let in`, or null when the thing is not what is at fault. Never throws. */
export function faultOfResource(index: PlanIndex, node: string, nameOf: AccountName): string | null {
  const faults = index
    .linksTo(node)
    .flatMap((link) =>
      link.hops.filter((hop) => hop.judged.state === 'broken' && ownState(hop, link, index) === 'broken'),
    )
    .map(({ judged }) => judged);
  const [first] = faults;
  if (first === undefined) return null;
  if (faults.some(({ hop }) => hop.faults.some((fault) => fault.certain))) return 'cannot be used';
  const askers = new Set(
    faults.map(({ sides }) =>
      sides.principalAccount === null || !sides.crossAccount ? 'the role' : nameOf(sides.principalAccount),
    ),
  );
  const [one = 'the role'] = askers;
  const denies = whoSays(first, 'resource') === 'deny';
  if (askers.size > 1)
    return denies ? `denies ${askers.size} accounts` : `${askers.size} accounts not let in`;
  if (denies) return `denies ${one}`;
  return one.length > SHORT_NAME || /^\d{12}$/.test(one) ? 'does not let it in' : `${one} is not let in`;
}

/** The lines under the head of a note: what each account says. Never throws. */
export function sideWords(hop: JudgedHop, nameOf: AccountName): readonly string[] {
  const { crossAccount, principal, resource, principalAccount, resourceAccount } = hop.sides;
  if (hop.hop.faults.some((fault) => fault.certain) && hop.needs.length === 0)
    return ['no policy can cure it'];
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
