// A pipeline answered: every path, the hop that explains it, and whose role or policy is at fault.

import { buildGraph } from '@/lib/graph/build-graph';
import type { Need, PermissionPath } from '@/lib/graph/hop';
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline } from '@/lib/model/resource';
import { asksTheSame } from './asks-the-same';
import { decidingNeed, judgeHop, UNMARKED } from './judge-hop';
import { judgeNeed } from './judge-need';
import { countsForState, JudgedLater } from './judged-later';
import type { AtFault, JudgedHop, JudgedNeed, JudgedPath, JudgedPipeline, State } from './judgement';
import type { PolicyShelf } from './policy-shelf';
import { worst } from './state';

/** Judges every permission path of a pipeline. A provider whose needs we do not know makes its path unknown, never fine.
 *  A need that several actions share is judged once. Never throws. */
export function judgePipeline(inventory: Inventory, shelf: PolicyShelf, pipeline: Pipeline): JudgedPipeline {
  const graph = buildGraph(inventory, pipeline);
  const paths = judgedPaths(inventory, shelf, pipeline, graph.paths);
  return {
    arn: pipeline.arn,
    state: worst(paths.map((path) => path.state)),
    overBroad: false,
    marks: UNMARKED,
    nodes: graph.nodes,
    paths,
  };
}

/** Only the paths of these actions, `stage/action`, judged as with all the others. Never throws. */
export function judgeActions(
  inventory: Inventory,
  shelf: PolicyShelf,
  pipeline: Pipeline,
  actions: ReadonlySet<string>,
): readonly JudgedPath[] {
  const { paths } = buildGraph(inventory, pipeline);
  const asked = paths.filter(({ stage, action }) => actions.has(`${stage}/${action}`));
  return judgedPaths(inventory, shelf, pipeline, asked);
}

function judgedPaths(
  inventory: Inventory,
  shelf: PolicyShelf,
  pipeline: Pipeline,
  paths: readonly PermissionPath[],
): readonly JudgedPath[] {
  const now = (need: Need) => judgeNeed(inventory, shelf, need);
  const once = onceEach(now);
  const judge = (need: Need) => (countsForState(need) ? once(need) : new JudgedLater(need, now));
  return paths.map((path) => judgePath(inventory, pipeline, path, judge));
}

/** Asks each question once, however many actions share it. Needs whose request is the same differ at most in why they are made. */
function onceEach(judge: (need: Need) => JudgedNeed): (need: Need) => JudgedNeed {
  const judged = new Map<string, Map<string, JudgedNeed[]>>();
  return (need) => {
    const asker = 'arn' in need.principal ? need.principal.arn : '';
    const ofAsker = judged.get(asker) ?? new Map<string, JudgedNeed[]>();
    judged.set(asker, ofAsker);
    const alike = ofAsker.get(need.resource) ?? [];
    ofAsker.set(need.resource, alike);
    const asked = alike.find((one) => asksTheSame(one.need, need));
    if (asked !== undefined) return { ...asked, need };
    const answer = judge(need);
    alike.push(answer);
    return answer;
  };
}

function judgePath(
  inventory: Inventory,
  pipeline: Pipeline,
  path: PermissionPath,
  judge: (need: Need) => JudgedNeed,
): JudgedPath {
  const hops = path.hops.map((hop) => judgeHop(inventory, hop, judge));
  const notModelled: readonly State[] = path.modelled ? [] : ['unknown'];
  const state = worst([...hops.map((hop) => hop.state), ...notModelled]);
  const explaining = state === 'works' ? null : (hops.find((hop) => hop.state === state) ?? null);
  return {
    path,
    state,
    overBroad: false,
    marks: UNMARKED,
    hops,
    worst: explaining,
    atFault: state === 'broken' && explaining !== null ? atFault(pipeline, path, explaining) : null,
  };
}

/** Whose hat does not fit. A trust policy belongs to the role that is put on; a bucket or key policy to nobody's role. */
function atFault(pipeline: Pipeline, path: PermissionPath, hop: JudgedHop): AtFault {
  const telling = decidingNeed(hop);
  if (telling === undefined) return 'structure';
  const { principal, resource } = telling.need;
  const deciding =
    telling.decision.by === 'explicit-deny'
      ? telling.decision.evidence.find((one) => one.effect === 'Deny')?.layer
      : telling.decision.by;
  if (deciding === 'special' && hop.hop.kind !== 'passes') return 'resource-policy';
  if (deciding === 'resource' || deciding === 'rcp') {
    if (hop.hop.kind === 'runs-as') return resource === pipeline.roleArn ? 'pipeline-role' : 'service-role';
    if (hop.hop.kind === 'assumes') return 'action-role';
    return hop.hop.kind === 'passes' ? 'passed-role' : 'resource-policy';
  }
  if (principal.kind !== 'role') return resource === pipeline.roleArn ? 'pipeline-role' : 'service-role';
  if (principal.arn === pipeline.roleArn) return 'pipeline-role';
  return principal.arn === path.role ? 'action-role' : 'service-role';
}
