// The links: hops with the same ends become one, so that an edge is drawn once however many actions use it.
import { assertNever } from '@/lib/base/assert-never';
import { groupBy } from '@/lib/base/group-by';
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
  const hats = new Map<string | null, string>();
  for (const { kind, arn, id } of pipeline.nodes) if (kind === 'role' && !hats.has(arn)) hats.set(arn, id);
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
    const hat = hats.get(path.role);
    if (hat !== undefined) draft('wears', hat, path.actionNode).paths.add(key);
  }
  return withNets([...drafts].map(([id, one]) => finish(id, one)));
}

function finish(id: string, { from, to, kind, hops, paths }: Draft): Omit<PlanLink, 'net'> {
  const state = linkState(hops);
  const overBroad = hops.some(({ judged }) => judged.overBroad);
  const marks = [...new Set(hops.flatMap(({ judged }) => judged.marks))];
  return { id, from, to, kind, hops, paths: [...paths], state, overBroad, marks };
}

/** So many links in which the same is wrong with the same thing are each drawn alone; more would only be a wall of lines. */
const MOST_ALONE = 3;

/** Links that say the same of the same thing run on one track: those that work, by the end that they share; what does not work or is
 *  over-broad only where there is much of it. Never throws. */
export function withNets(links: readonly Omit<PlanLink, 'net'>[]): readonly PlanLink[] {
  const trunk = ({ kind, from, to }: Omit<PlanLink, 'net'>): string =>
    `${kind} ${trunkEnd(kind) === 'from' ? from : to}`;
  const isQuiet = ({ state, overBroad }: Omit<PlanLink, 'net'>): boolean =>
    (state === 'works' || state === 'neutral') && !overBroad;
  const alike = (link: Omit<PlanLink, 'net'>): string =>
    `${trunk(link)} ${link.state}${link.overBroad ? ' over-broad' : ''}`;
  const groups = groupBy(links, alike);
  return links.map((link) => {
    if (isQuiet(link)) return { ...link, net: trunk(link) };
    const name = alike(link);
    return { ...link, net: (groups.get(name)?.length ?? 0) > MOST_ALONE ? name : link.id };
  });
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
