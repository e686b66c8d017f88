// The links: hops with the same ends become one, so that an edge is drawn once however many actions use it.
import { assertNever } from '@/lib/base/assert-never';
import type { HopKind } from '@/lib/graph/hop';
import type { JudgedHop, JudgedPipeline, State } from '@/lib/verdict/judgement';
import type { LinkHop, LinkKind, PlanLink } from './plan';
import { worst } from './worst';

interface Draft {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly hops: LinkHop[];
  readonly paths: Set<string>;
}

/** The id of the small card that stands for a service above a hat it puts on. Never throws. */
export function serviceCardId(service: string, role: string): string {
  return `${service} > ${role}`;
}

/** Every hop of the pipeline on exactly one link, and for each hat that is worn a link to its action. Never throws. */
export function planLinks(pipeline: JudgedPipeline): readonly PlanLink[] {
  const drafts = new Map<string, Draft>();
  const draft = (kind: LinkKind, from: string, to: string): Draft => {
    const id = `${kind} ${from} ${to}`;
    const found = drafts.get(id) ?? { from, to, kind, hops: [], paths: new Set<string>() };
    drafts.set(id, found);
    return found;
  };
  const kinds = new Map(pipeline.nodes.map((node) => [node.id, node.kind]));
  for (const { path, hops } of pipeline.paths) {
    const key = `${path.stage}/${path.action}`;
    hops.forEach((judged, index) => {
      const { hop } = judged;
      const service = kinds.get(hop.from) === 'service';
      const kind = service ? 'service' : linkKind(hop.kind);
      const from = service ? serviceCardId(hop.from, hop.to) : hop.from;
      const link = draft(kind, from, hop.to);
      link.hops.push({ path: key, number: index + 1, judged });
      link.paths.add(key);
    });
    const hat = pipeline.nodes.find((node) => node.kind === 'role' && node.arn === path.role);
    if (hat !== undefined) draft('wears', hat.id, path.actionNode).paths.add(key);
  }
  return [...drafts].map(([id, one]) => finish(id, one));
}

function finish(id: string, { from, to, kind, hops, paths }: Draft): PlanLink {
  const state = linkState(hops);
  const overBroad = hops.some(({ judged }) => judged.overBroad);
  const link = { id, from, to, kind, hops, paths: [...paths], state, overBroad };
  return { ...link, net: netOf(link) };
}

/** Links that say the same of the same thing may run on one track: those that work, by the end that they share. Never throws. */
export function netOf({ id, from, to, kind, state, overBroad }: Omit<PlanLink, 'net'>): string {
  const isShared = (state === 'works' || state === 'neutral') && !overBroad;
  return isShared ? `${kind} ${trunkEnd(kind) === 'from' ? from : to}` : id;
}

function linkState(hops: readonly LinkHop[]): State | 'neutral' {
  const judged = hops.filter((hop) => isJudged(hop.judged));
  return worst(judged.map((hop) => hop.judged.state)) ?? 'neutral';
}

/** Whether IAM, or the shape of the pipeline, had anything to decide. */
export function isJudged({ hop, needs }: JudgedHop): boolean {
  return needs.length > 0 || hop.faults.length > 0;
}

function trunkEnd(kind: LinkKind): 'from' | 'to' {
  return kind === 'assumes' || kind === 'wears' || kind === 'replicates' || kind === 'triggers'
    ? 'from'
    : 'to';
}

function linkKind(kind: HopKind): LinkKind {
  switch (kind) {
    case 'runs-as':
    case 'assumes':
      return 'assumes';
    case 'reads':
    case 'writes':
      return 'access';
    case 'decrypts':
    case 'encrypts':
      return 'crypt';
    case 'replicates':
    case 'calls':
    case 'passes':
    case 'triggers':
      return kind;
    default:
      return assertNever(kind);
  }
}
