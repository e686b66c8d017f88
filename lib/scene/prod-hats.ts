// Who reaches production: for each hat of a prod account that a pipeline wears, who can put it on today.
import type { Analysis } from '@/lib/analysis/analysis';
import { subjectsOf } from '@/lib/findings/touches';
import { isProd } from '@/lib/model/tier';
import type { Arn } from '@/lib/names/arn';
import { reachEnd } from './reach-ends';
import { type ChainGroup, judgedFor, reachView } from './reach-view';
import { type RolePage, rolePage } from './role-page';
import { hatShelf } from './role-page-shelf';
import type { Words } from './trail';

/** The page of each prod hat that these pipelines wear, by account and name. Never throws. */
export function prodHats(analysis: Analysis, chosen: Analysis['pipelines']): readonly RolePage[] {
  const { inventory } = analysis;
  const worn = new Set<Arn>();
  for (const { paths } of chosen)
    for (const { path, hops } of paths) {
      if (path.role !== null) worn.add(path.role);
      for (const { hop } of hops) for (const subject of subjectsOf(hop)) worn.add(subject);
    }
  const shelf = hatShelf();
  return [...worn]
    .flatMap((arn) => {
      const role = inventory.roles.get(arn);
      return role !== undefined && isProd(inventory, role.account) ? [rolePage(analysis, shelf, role)] : [];
    })
    .sort((a, b) => (`${a.account} ${a.name}` < `${b.account} ${b.name}` ? -1 : 1));
}

export interface ProdComers {
  readonly account: string;
  /** `12 principals come to it: …`. */
  readonly headline: Words;
  readonly comers: readonly ChainGroup[];
  readonly limits: string;
}

/** Who comes to each of these accounts of tier prod from elsewhere, over however many hats; by name. Never throws. */
export function prodComers(analysis: Analysis, hats: readonly RolePage[]): readonly ProdComers[] {
  const judged = judgedFor(analysis, hatShelf());
  return [...new Set(hats.map(({ accountId }) => accountId))].flatMap((id) => {
    const end = reachEnd(judged, id);
    if (end === null) return [];
    const { whoGetsHere, comers, limits } = reachView(judged, null, end);
    return [{ account: end.name, headline: whoGetsHere, comers, limits }];
  });
}
