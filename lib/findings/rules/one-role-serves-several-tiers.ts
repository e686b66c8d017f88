// One hat for development and production.
import { rankOf, type TierName } from '@/lib/model/tier';
import { actionName, tierOfAction } from '../action-tier';
import { type Hat, hatTitle, readHats } from '../hats';
import type { Judged, Rule } from '../rule';

export const oneRoleServesSeveralTiers: Rule = {
  id: 'one-role-serves-several-tiers',
  title: 'One role serves several tiers',
  severity: 'high',
  marks: true,
  why: 'What a role may do in production it may then do from the development stage as well: a mistake or an intrusion there has production at once. Roles that run a pipeline are another rule’s matter, since every pipeline that promotes needs one.',
  remedy: 'Make one action role, and one execution role, for each tier, best in an account of its own.',
  example: {
    wide: 'Dev:  {roleArn: "arn:aws:iam::111122223333:role/deploy"}\nProd: {roleArn: "arn:aws:iam::111122223333:role/deploy"}',
    narrow:
      'Dev:  {roleArn: "arn:aws:iam::222222222222:role/deploy"}\nProd: {roleArn: "arn:aws:iam::333333333333:role/deploy"}',
  },
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_multi_accounts.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (!hat.jobs.has('action') && !hat.jobs.has('stack')) return [];
      const tiers = tiersOf(judged, hat);
      if (tiers.size < 2) return [];
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `the ${hatTitle(judged, hat)} serves ${[...tiers.keys()].join(', ')}`,
        severity: tiers.has('prod') ? ('high' as const) : ('medium' as const),
        certainty: 'shown' as const,
        evidence: [],
        notes: [...tiers.values()],
      };
    }),
};

/** The tiers of its actions, lowest first, each with one action that shows it. */
function tiersOf({ inventory }: Judged, hat: Hat): ReadonlyMap<TierName, string> {
  const found = new Map<TierName, string>();
  for (const { path } of hat.uses) {
    const tier = tierOfAction(inventory, path);
    if (tier !== null && !found.has(tier.name))
      found.set(tier.name, `${actionName(path)} is ${tier.name}: ${tier.told}`);
  }
  return new Map([...found].sort(([a], [b]) => (rankOf(a) ?? 0) - (rankOf(b) ?? 0)));
}
