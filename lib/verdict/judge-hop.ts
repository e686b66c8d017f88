// A hop answered: the worst of its essential needs, and what each side says.
import { groupBy } from '@/lib/base/group-by';
import type { Hop, Need, StructureFault } from '@/lib/graph/hop';
import type { Inventory } from '@/lib/model/inventory';
import type { Gap } from '@/lib/snapshot/gap';
import { blameUnread } from './gaps';
import { countsForState } from './judged-later';
import type { JudgedHop, JudgedNeed, State } from './judgement';
import { best, stateOf, worst } from './state';

/** Nothing is marked before findings are carried onto hops. */
export const UNMARKED: readonly string[] = [];

/** Judges a hop. Needs that are not essential never change its state. Never throws. */
export function judgeHop(inventory: Inventory, hop: Hop, judge: (need: Need) => JudgedNeed): JudgedHop {
  const needs = hop.needs.map(judge);
  const state = worst([...essentialStates(needs), ...hop.faults.flatMap(stateOfFault)]);
  return {
    hop,
    state,
    overBroad: false,
    marks: UNMARKED,
    needs,
    gaps: gapsOf(inventory, hop, needs),
    sides: sidesOf(needs, state),
  };
}

function stateOfFault({ certain, leavesOpen }: StructureFault): State | readonly [] {
  if (certain) return 'broken';
  return leavesOpen === true ? 'unknown' : [];
}

const NO_GAPS: readonly Gap[] = [];

function gapsOf(inventory: Inventory, { faults }: Hop, needs: readonly JudgedNeed[]): readonly Gap[] {
  const ofNeeds = needs.flatMap((one) =>
    countsForState(one.need) && one.verdict === 'unknown' ? one.gaps : [],
  );
  const ofFaults = faults.flatMap(({ leavesOpen, unread }) =>
    leavesOpen === true && unread !== undefined && unread !== true ? blameUnread(inventory, unread).gaps : [],
  );
  return ofNeeds.length + ofFaults.length === 0 ? NO_GAPS : [...new Set([...ofNeeds, ...ofFaults])];
}

const NO_CHOICES: ReadonlyMap<string | undefined, readonly JudgedNeed[]> = new Map();

/** Of alternatives (create or update a stack) the better one counts: only when all are denied is the hop broken. */
function essentialStates(needs: readonly JudgedNeed[]): readonly State[] {
  const choices = needs.filter((one) => one.need.oneOf !== undefined);
  const alternatives = choices.length === 0 ? NO_CHOICES : groupBy(choices, (one) => one.need.oneOf);
  return [
    ...needs.filter((one) => one.need.essential).map((one) => stateOf(one.verdict)),
    ...[...alternatives.values()].map((group) => best(group.map((one) => stateOf(one.verdict)))),
  ];
}

/** The need that explains a hop's state, else the first: a need that is not essential explains nothing. Never throws. */
export function tellingNeed(hop: JudgedHop): JudgedNeed | undefined {
  return decidingNeed(hop) ?? hop.needs[0];
}

/** The first essential need of the hop's state, else the first of alternatives none of which is better; undefined where the hop is
 *  in its state for another reason, such as a fault of its shape. Never throws. */
export function decidingNeed({ needs, state }: JudgedHop): JudgedNeed | undefined {
  const ofState = needs.filter((one) => stateOf(one.verdict) === state);
  const isBest = ({ need: { oneOf } }: JudgedNeed) =>
    oneOf !== undefined &&
    best(needs.filter((one) => one.need.oneOf === oneOf).map((one) => stateOf(one.verdict))) === state;
  return ofState.find((one) => one.need.essential) ?? ofState.find(isBest);
}

function sidesOf(needs: readonly JudgedNeed[], state: State): JudgedHop['sides'] {
  const first = needs[0];
  const principalAccount =
    first !== undefined && 'account' in first.need.principal ? first.need.principal.account : null;
  const resourceAccount = first?.need.resourceAccount ?? null;
  const crossAccount =
    principalAccount !== null && resourceAccount !== null && principalAccount !== resourceAccount;
  if (!crossAccount || state === 'works')
    return { crossAccount, principal: state, resource: state, principalAccount, resourceAccount };
  const said = needs
    .filter((one) => one.need.essential && one.verdict !== 'allowed')
    .map((one) => one.explain().sides);
  return {
    crossAccount,
    principal: worst(said.map((sides) => stateOf(sides.principal))),
    resource: worst(said.map((sides) => stateOf(sides.resource))),
    principalAccount,
    resourceAccount,
  };
}
