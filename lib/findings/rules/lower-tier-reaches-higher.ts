// A hat of one tier that principals of a lower tier can come to wear.
import { rankOf, tierOf } from '@/lib/model/tier';
import { arnAccount } from '@/lib/names/arn';
import { sortedEvidence } from '../ask';
import { chainsTo, chainWords } from '../chains-to';
import { hatWords } from '../hat-words';
import { readHats } from '../hats';
import type { Rule } from '../rule';

const MOST_CHAINS = 5;

export const lowerTierReachesHigher: Rule = {
  id: 'lower-tier-reaches-higher',
  title: 'A lower tier reaches a role of a higher one',
  severity: 'high',
  marks: true,
  why: 'Development accounts are guarded less and reached by more people. A role of a higher tier that their principals can put on, directly or from role to role, is only as safe as the least of them.',
  remedy:
    'Take the lower tier’s principals out of the trust policies on the chain; let a role of the tools account deliver to both.',
  example: {
    wide: '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::222222222222:role/developer"}, "Action": "sts:AssumeRole"}',
    narrow:
      '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:role/shop-pipeline"}, "Action": "sts:AssumeRole"}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_multi_accounts.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      const { inventory } = judged;
      const tier = tierOf(inventory, role.account);
      const rank = tier === null ? null : rankOf(tier.name);
      if (tier === null || rank === null || rank === 0) return [];
      const lower = chainsTo(judged, role).filter((chain) => {
        const from = tierOf(inventory, arnAccount(chain.from));
        const fromRank = from === null ? null : rankOf(from.name);
        return fromRank !== null && fromRank < rank;
      });
      const sure = lower.filter((chain) => chain.verdict === 'allowed');
      const told = sure.length > 0 ? sure : lower;
      if (told.length === 0) return [];
      const accounts = [...new Set(told.flatMap((chain) => arnAccount(chain.from) ?? []))].sort();
      const tiers = accounts.map((id) => {
        const name = inventory.accounts.get(id)?.name ?? id;
        return `${name} is ${tierOf(inventory, id)?.name}: ${tierOf(inventory, id)?.told}`;
      });
      const who = `${told.length} ${told.length === 1 ? 'principal' : 'principals'} of a lower tier`;
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `${hatWords(inventory, role.arn)} is ${tier.name} and can be put on by ${who}`,
        severity: tier.name === 'prod' ? ('high' as const) : ('medium' as const),
        certainty: sure.length > 0 ? ('shown' as const) : ('possible' as const),
        evidence: sortedEvidence(told.flatMap((chain) => chain.evidence)),
        open: sure.length > 0 ? [] : ['a policy on the way was not read'],
        notes: [
          ...told.slice(0, MOST_CHAINS).map((chain) => chainWords(inventory, chain)),
          ...(told.length > MOST_CHAINS ? [`and ${told.length - MOST_CHAINS} more`] : []),
          ...tiers,
          `${inventory.accounts.get(role.account)?.name ?? role.account} is ${tier.name}: ${tier.told}`,
        ],
        reach: {
          can: sure.map((chain) => chain.from).sort(),
          need: hat.wornBy.filter((arn) => sure.some((chain) => chain.from === arn)),
          complete: sure.length === lower.length,
        },
      };
    }),
};
