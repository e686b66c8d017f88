// Needed, granted and surplus of a hat as data: version 1 of the report of `hatstack least --format json`, in docs/least.md.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Json } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import { changesOf, leastOf } from '@/lib/least/least-of';
import { isExact } from '@/lib/least/statement-use';
import type { Role } from '@/lib/model/resource';
import { leastView, needText } from './least-view';

/** Null where no pipeline uses the role. Never throws. */
export function leastReport({ snapshot }: Analysis, judged: Judged, role: Role): Json | null {
  const least = leastOf(judged, role);
  const view = leastView(judged, role);
  if (least === null || view === null) return null;
  return {
    version: 1,
    snapshot: { id: snapshot.id, takenAt: snapshot.takenAt },
    role: role.arn,
    jobs: least.use.jobs,
    pipelines: least.use.pipelines,
    cannotTell: least.use.code,
    needs: least.use.makes.map(({ judged: one, essential, pipelines }) => ({
      action: one.need.action,
      resource: one.need.resource,
      essential,
      verdict: one.verdict,
      because: one.need.because,
      source: one.need.source,
      pipelines,
    })),
    granted: least.identity.uses.map((use, place) => ({
      policy: use.source.id,
      title: use.source.title,
      statement: use.statement,
      says: view.statements[place]?.says ?? 'cannot tell',
      exact: isExact(use),
      serves: use.serves.map(needText),
      widerActions: use.widerActions.map(({ pattern, used }) => ({ pattern, used })),
      widerResources: use.widerResources.map(({ pattern, used }) => ({ pattern, used })),
    })),
    missing: view.missing,
    limits: view.limits,
    policies: changesOf(least).map(({ place, after }) => ({ place: { ...place }, document: after })),
    removes: { inline: least.identity.removes.inline, attached: least.identity.removes.attached },
    tried: view.tried,
  };
}
