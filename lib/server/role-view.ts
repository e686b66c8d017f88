// The page of one role and its drawing, made once for each analysis and role.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type LeastView, leastView } from '@/lib/scene/least-view';
import { reachEnd } from '@/lib/scene/reach-ends';
import { judgedFor, type ReachView, reachView } from '@/lib/scene/reach-view';
import { type RolePage, rolePage } from '@/lib/scene/role-page';
import { roleOfId } from '@/lib/scene/role-page-id';
import { type HatDrawing, hatDrawing } from '@/lib/scene/role-page-scene';
import { type HatShelf, hatShelf } from '@/lib/scene/role-page-shelf';
import { type Door, trustDoors } from '@/lib/scene/trust-doors';

export interface RoleView {
  readonly page: RolePage;
  readonly drawing: HatDrawing;
  /** What is reached from it, and who comes to it. */
  readonly reach: ReachView;
  /** Whom each statement of its trust policy lets in. */
  readonly doors: readonly Door[];
  /** What its pipelines need of what it is granted; null where no pipeline uses it. */
  readonly least: LeastView | null;
}

/** The view of the role with this `account.path-and-name` or ARN, or null where this snapshot holds none. Never throws. */
export function roleView(analysis: Analysis, id: string): RoleView | null {
  const role = roleOfId(analysis.inventory, id);
  if (role === null) return null;
  const known = kept.get(analysis) ?? { shelf: hatShelf(), views: new Map<string, RoleView>() };
  kept.set(analysis, known);
  const found = known.views.get(role.arn);
  if (found !== undefined) return found;
  const page = rolePage(analysis, known.shelf, role);
  const judged = judgedFor(analysis, known.shelf);
  const end = reachEnd(judged, role.arn);
  const view: RoleView = {
    page,
    drawing: hatDrawing(page),
    reach: reachView(judged, end, end),
    doors: trustDoors(judged, role),
    least: leastView(judged, role),
  };
  known.views.set(role.arn, view);
  return view;
}

const kept = new WeakMap<Analysis, { readonly shelf: HatShelf; readonly views: Map<string, RoleView> }>();
