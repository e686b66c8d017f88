// The climb of one action as plain facts: which hat stands on which, who let it up, and what it may do from there.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import type { GraphNode } from '@/lib/graph/hop';
import { type Arn, arnName } from '@/lib/names/arn';
import type { JudgedHop, JudgedPath, JudgedPipeline, State } from '@/lib/verdict/judgement';
import { actionKey, actionTrail } from '../action-trail';
import { accountName } from '../naming';
import type { ActionTrail, HopTrail } from '../trail';
import { plain } from '../words';

/** One hop, as a line of what a hat may do. */
export interface Deed {
  /** As in the panel, from 1. */
  readonly number: number;
  readonly state: State;
  readonly text: string;
  /** Who says what, where not everything works. */
  readonly why: string;
  readonly hop: JudgedHop;
  /** The store or key at the foot of the stack that it reaches for, or null. */
  readonly reaches: GraphNode | null;
}

export interface StackHat {
  readonly node: GraphNode;
  readonly account: string;
  /** The hop that puts it on. */
  readonly climb: Deed;
  /** `acme-tools says yes: identity policy, statement 4`. */
  readonly says: readonly { readonly state: State; readonly text: string }[];
  readonly crossAccount: boolean;
  readonly overBroad: boolean;
  /** The findings behind that. */
  readonly marks: readonly string[];
  /** How many can put it on, and how many need to; null where nobody counted. */
  readonly reach: { readonly can: number; readonly need: number } | null;
  readonly deeds: readonly Deed[];
  /** What is done at this height in hats that others wear: the project role of CodeBuild. */
  readonly guests: readonly Guest[];
}

export interface Guest {
  /** `loyalty-api-build, put on by CodeBuild`. */
  readonly head: string;
  readonly deeds: readonly Deed[];
}

/** A hat that the action hands to somebody else, or that a service puts on by itself. */
export interface HandedHat {
  readonly node: GraphNode;
  readonly account: string;
  readonly deed: Deed;
  readonly to: string;
  readonly way: 'passes' | 'puts on';
}

export interface StackPlan {
  readonly pipeline: string;
  readonly trail: ActionTrail;
  /** From the head up. */
  readonly hats: readonly StackHat[];
  readonly handed: readonly HandedHat[];
  /** What happens before any hat of the stack is worn. */
  readonly before: readonly Deed[];
  readonly takenAt: string;
}

/** The stack of an action, or null when there is no such pipeline or action. Never throws. */
export function stackPlan(analysis: Analysis, pipelineArn: Arn, key: string): StackPlan | null {
  const judged = analysis.pipelines.find((one) => one.arn === pipelineArn);
  const path = judged?.paths.find((one) => actionKey(one) === key);
  const trail = actionTrail(analysis, pipelineArn, key);
  if (judged === undefined || path === undefined || trail === null) return null;
  const deeds = path.hops.map((hop, index) => deedOf(judged, hop, trail.hops[index], index + 1));
  const climbs = climbsOf(judged, path, deeds);
  const worn = climbs.flatMap(({ hop }) => nodeOf(judged, hop.hop.to) ?? []);
  const handed = handedOf(analysis, judged, deeds, new Set(worn.map((node) => node.id)));
  const taken = new Set<Deed>([
    ...climbs,
    ...handed.filter(({ way }) => way === 'puts on').map(({ deed }) => deed),
  ]);
  const rest = deeds.filter((deed) => !taken.has(deed));
  const hats = climbs.flatMap((climb, level): readonly StackHat[] => {
    const node = worn[level];
    if (node === undefined) return [];
    return [
      hatOf(
        analysis,
        node,
        climb,
        trail.hops[climb.number - 1],
        rest.filter((deed) => doerOf(deed) === node.arn),
      ),
    ];
  });
  const done = new Set(hats.flatMap((hat) => hat.deeds));
  const top = hats.at(-1);
  const first = climbs[0]?.number ?? 1;
  const before = rest.filter((deed) => !done.has(deed) && (deed.number < first || top === undefined));
  const late = rest.filter((deed) => !done.has(deed) && !before.includes(deed));
  const guests = [...groupBy(late, doerOf)].map(([doer, own]): Guest => {
    const hat = handed.find(({ node }) => node.arn === doer);
    const name = doer === null ? 'AWS itself' : arnName(doer);
    return {
      head: hat === undefined ? name : `${name}, ${hat.way === 'passes' ? 'worn' : 'put on'} by ${hat.to}`,
      deeds: own,
    };
  });
  return {
    pipeline: judged.arn.split(':').at(-1) ?? judged.arn,
    trail,
    hats: hats.map((hat) => (hat === top ? { ...hat, guests } : hat)),
    handed,
    before,
    takenAt: analysis.snapshot.takenAt,
  };
}

function nodeOf({ nodes }: JudgedPipeline, id: string): GraphNode | undefined {
  return nodes.find((node) => node.id === id);
}

/** From the head up: backwards from the hat that the action wears, as long as somebody in it puts on the next. */
function climbsOf(judged: JudgedPipeline, { path }: JudgedPath, deeds: readonly Deed[]): readonly Deed[] {
  const climbs: Deed[] = [];
  let want = judged.nodes.find((node) => node.kind === 'role' && node.arn === path.role)?.id;
  while (want !== undefined) {
    const to: string = want;
    const climb = deeds.find(
      ({ hop }) =>
        hop.hop.to === to &&
        (hop.hop.kind === 'runs-as' || hop.hop.kind === 'assumes') &&
        !climbs.some((one) => one.hop === hop),
    );
    if (climb === undefined) break;
    climbs.unshift(climb);
    const from = nodeOf(judged, climb.hop.hop.from);
    want = from?.kind === 'role' ? from.id : undefined;
  }
  return climbs;
}

function deedOf(judged: JudgedPipeline, hop: JudgedHop, trail: HopTrail | undefined, number: number): Deed {
  const to = nodeOf(judged, hop.hop.to);
  const sides = trail?.needs.find((need) => need.state === hop.state)?.sides ?? [];
  return {
    number,
    state: hop.state,
    text: trail === undefined ? '' : plain(trail.sentence),
    why:
      hop.state === 'works'
        ? ''
        : sides.length === 0
          ? (hop.hop.faults[0]?.sentence ?? '')
          : sides.map(({ account, says, by }) => `${account}: ${says}, ${by}`).join('; '),
    hop,
    reaches:
      to !== undefined &&
      ['store', 'bucket', 'key'].includes(to.kind) &&
      hop.hop.kind !== 'replicates' &&
      hop.hop.kind !== 'triggers'
        ? to
        : null,
  };
}

/** The role that makes the requests of a hop. */
function doerOf({ hop }: Deed): Arn | null {
  const principal = hop.needs[0]?.need.principal;
  return principal !== undefined && principal.kind === 'role' ? principal.arn : null;
}

function hatOf(
  analysis: Analysis,
  node: GraphNode,
  climb: Deed,
  trail: HopTrail | undefined,
  deeds: readonly Deed[],
): StackHat {
  const findings = analysis.findings.filter((finding) => finding.subject === node.arn && finding.marks);
  const reach = findings.find((finding) => finding.reach?.complete === true)?.reach ?? null;
  const need = trail?.needs.find((one) => one.state === climb.state) ?? trail?.needs[0];
  return {
    node,
    account: accountName(analysis.inventory, node.account),
    climb,
    says: (need?.sides ?? []).map(({ account, state, says, by }) => ({
      state,
      // A role's resource policy is its trust policy.
      text: `${account} says ${says}: ${by.replace('resource policy', 'trust policy')}`,
    })),
    crossAccount: climb.hop.sides.crossAccount,
    overBroad: climb.hop.overBroad || findings.length > 0,
    marks: [...new Set([...climb.hop.marks, ...findings.map(({ id }) => id)])],
    reach: reach === null ? null : { can: reach.can.length, need: reach.need.length },
    deeds,
    guests: [],
  };
}

function handedOf(
  analysis: Analysis,
  judged: JudgedPipeline,
  deeds: readonly Deed[],
  worn: ReadonlySet<string>,
): readonly HandedHat[] {
  const handed = new Map<string, HandedHat>();
  const first = deeds.findIndex(({ hop }) => worn.has(hop.hop.to));
  deeds.forEach((deed, index) => {
    const { kind, to, from } = deed.hop.hop;
    const node = nodeOf(judged, to);
    if (node?.kind !== 'role' || worn.has(to) || handed.has(to) || index < first) return;
    if (kind !== 'passes' && kind !== 'runs-as' && kind !== 'assumes') return;
    const giver = nodeOf(judged, from);
    handed.set(to, {
      node,
      account: accountName(analysis.inventory, node.account),
      deed,
      to:
        kind === 'passes'
          ? (/ to (.+)$/.exec(deed.text)?.[1] ?? 'the service')
          : (giver?.name ?? 'the service'),
      way: kind === 'passes' ? 'passes' : 'puts on',
    });
  });
  return [...handed.values()];
}
