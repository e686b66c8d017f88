// A pipeline role that reaches production and what comes before it.
import { rankOf, type TierName } from '@/lib/model/tier';
import { actionName, tierOfAction } from '../action-tier';
import { unapproved } from '../approvals';
import { hatWords } from '../hat-words';
import { type Hat, readHats } from '../hats';
import type { Judged, Rule } from '../rule';

const MOST_CHAINS = 6;

export const hubReachesDevAndProd: Rule = {
  id: 'hub-reaches-dev-and-prod',
  title: 'A pipeline role reaches development and production',
  severity: 'info',
  marks: false,
  why: 'One role that delivers to every tier is how a pipeline promotes, so with an approval before production this is worth knowing and no fault. Without one, whatever gets into the pipeline at its start gets to production by the same role.',
  remedy: 'Put an approval before production, or give each tier a pipeline and a role of its own.',
  example: {
    wide: 'stages: [Source, Dev, Prod]   # one role, nobody asked',
    narrow: 'stages: [Source, Dev, Approve, Prod]',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_multi_accounts.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (!hat.jobs.has('pipeline')) return [];
      const { tiers, chains } = reachedBy(judged, hat);
      const lower = [...tiers].filter((tier) => tier !== 'prod');
      if (!tiers.has('prod') || lower.length === 0) return [];
      const own = new Set(hat.pipelines);
      const open = judged.pipelines.flatMap((one) =>
        own.has(one.arn) ? (unapproved(judged.inventory, one) ?? []) : [],
      );
      const [first] = open;
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `${role.name} reaches ${[...lower, 'prod'].join(', ')}${first === undefined ? '' : `, and nobody is asked before ${first.action}`}`,
        ...(first === undefined ? {} : { severity: 'medium' as const }),
        certainty: 'shown' as const,
        evidence: [],
        notes: chains,
      };
    }),
};

function reachedBy(
  { inventory }: Judged,
  hat: Hat,
): { readonly tiers: ReadonlySet<TierName>; readonly chains: readonly string[] } {
  const tiers = new Set<TierName>();
  const chains = new Map<string, string>();
  for (const { path } of hat.uses) {
    const tier = tierOfAction(inventory, path);
    if (tier === null) continue;
    tiers.add(tier.name);
    const way = [hat.role, ...(path.role === null || path.role === hat.role ? [] : [path.role])];
    const words = way.map((arn) => hatWords(inventory, arn)).join(' → ');
    if (!chains.has(words))
      chains.set(words, `${words}: ${actionName(path)} is ${tier.name}, since ${tier.told}`);
  }
  const all = [...chains.values()];
  const more = all.length - MOST_CHAINS;
  return {
    tiers: new Set([...tiers].sort((a, b) => (rankOf(a) ?? 0) - (rankOf(b) ?? 0))),
    chains: [...all.slice(0, MOST_CHAINS), ...(more > 0 ? [`and ${more} more`] : [])],
  };
}
