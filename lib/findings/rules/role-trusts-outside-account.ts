// A hat that somebody outside the organisation may put on.
import { trustedBy } from '@/lib/iam/trusted';
import type { Inventory } from '@/lib/model/inventory';
import { type AccountId, arnAccount } from '@/lib/names/arn';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import { readHats } from '../hats';
import type { Rule } from '../rule';
import { strangerPutsOn, strangerSays } from '../stranger';

export const roleTrustsOutsideAccount: Rule = {
  id: 'role-trusts-outside-account',
  title: 'A pipeline’s role trusts an account outside the organisation',
  severity: 'medium',
  marks: false,
  why: 'Whoever runs that account decides who puts the role on: no guardrail of this organisation binds them, and nothing here shows what they do with it.',
  remedy:
    'Take the account out of the trust policy, or make a role for it that does nothing for pipelines, with an external id.',
  example: {
    wide: '{"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111111111111:role/shop-pipeline", "arn:aws:iam::999999999999:root"]}, "Action": "sts:AssumeRole"}',
    narrow:
      '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:role/shop-pipeline"}, "Action": "sts:AssumeRole"}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      const { inventory, shelf } = judged;
      const policy = trustPolicy(inventory, shelf, role.arn)?.policy;
      if (policy === undefined || policy.kind === 'unread') return [];
      const named = trustedBy(policy, 'sts:AssumeRole');
      const accounts = new Set([
        ...named.accounts,
        ...[...named.arns].flatMap((arn) => arnAccount(arn) ?? []),
      ]);
      return [...accounts].sort().flatMap((account) => {
        if (account === role.account || inventory.accounts.has(account)) return [];
        const isKnown = hasOrganization(inventory, role.account);
        const whole = strangerSays(judged, role, strangerPutsOn(judged, role, account));
        const evidence = whole?.evidence ?? [];
        return {
          subject: role.arn,
          about: account,
          pipelines: hat.pipelines,
          title: `${role.name} trusts ${whole === null ? 'somebody of' : 'all of'} account ${account}, which ${isKnown ? 'is not in the organisation' : 'was not scanned'}`,
          ...(whole !== null && isKnown ? { severity: 'high' as const } : {}),
          certainty: isKnown ? ('shown' as const) : ('possible' as const),
          evidence,
          open: isKnown
            ? []
            : ['which accounts are one’s own was not read: neither an organisation nor that account'],
        };
      });
    }),
};

function hasOrganization(inventory: Inventory, account: AccountId): boolean {
  const id = inventory.accounts.get(account)?.organizationId;
  return id?.kind === 'read' && id.value !== null;
}
