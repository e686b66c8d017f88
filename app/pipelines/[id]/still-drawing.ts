// The drawings of a pipeline that are looked at as a whole, with where their parts lead.
import { overviewLinks } from '@/components/overview/view-state';
import type { Still } from '@/components/pipeline/PipelineWorkspace';
import { type PipelineState, pipelineHref } from '@/components/pipeline/view-state';
import { roleHref } from '@/components/role/view-state';
import type { AcceptedToday } from '@/lib/analysis/accepted';
import type { Analysis } from '@/lib/analysis/analysis';
import { acceptedScene } from '@/lib/scene/accepted-look';
import { roleId } from '@/lib/scene/role-page-id';
import { accountsOf, type PipelineView, stackOf } from '@/lib/server/pipeline-view';

/** The stack of hats or the accounts, as the URL asks; null for the graph and the table. Never throws. */
export function stillOf(
  analysis: Analysis,
  view: PipelineView,
  state: PipelineState,
  path: string,
  weighed: AcceptedToday,
): Still | null {
  if (state.view === 'stack') {
    const stack = stackOf(analysis, view, state.action);
    if (stack === null) return null;
    const { scene, action } = stack;
    const hrefs = scene.boxes.flatMap(({ id }) => {
      const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
      if (kind === 'hop')
        return [[id, pipelineHref(path, { ...state, action, hop: Number.parseInt(name, 10) })]];
      if (kind === 'hat' && analysis.inventory.roles.has(name))
        return [[id, roleHref(roleId(name), state.snapshot)]];
      return [];
    });
    return { scene: acceptedScene(scene, weighed), hrefs: Object.fromEntries(hrefs) };
  }
  if (state.view === 'accounts') {
    const { scene, goals } = accountsOf(analysis, view, state.group);
    const { goal } = overviewLinks(state.snapshot);
    return {
      scene: acceptedScene(scene, weighed),
      hrefs: Object.fromEntries(
        Object.entries(goals).map(([box, where]) => [
          box,
          where.kind === 'open' ? pipelineHref(path, { ...state, group: where.group }) : goal(where),
        ]),
      ),
    };
  }
  return null;
}
