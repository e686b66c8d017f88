// A trust that asks for an audience which its identity provider does not know.
import { ciTrusts } from '../oidc';
import type { Rule } from '../rule';

export const ciAudienceNotRegistered: Rule = {
  id: 'ci-audience-not-registered',
  title: 'A CI role asks for an audience that the identity provider does not know',
  severity: 'medium',
  marks: false,
  why: 'AWS takes a token only when its audience is among the client ids of the identity provider, and the trust policy must ask for the same one. Where no audience of the two agrees, every AssumeRoleWithWebIdentity fails: with an invalid identity token, or with access denied.',
  remedy:
    'Add the audience that the jobs use to the client ids of the provider, and ask for it in the trust policy.',
  example: {
    wide: 'ClientIDList: [https://gitlab.com]\nCondition: {StringEquals: {"gitlab.com:aud": sts.amazonaws.com}}',
    narrow:
      'ClientIDList: [https://gitlab.com]\nCondition: {StringEquals: {"gitlab.com:aud": "https://gitlab.com"}}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
  ],
  check: (judged) =>
    ciTrusts(judged).flatMap((trust) => {
      const { role, audiences, registered } = trust;
      if (audiences.length === 0 || audiences.some((one) => /[*?$]/.test(one))) return [];
      if (registered !== null && audiences.some((one) => registered.includes(one))) return [];
      // A provider of another account cannot be used; one of this account that was read is in the inventory.
      const isRead = registered !== null;
      const gap = judged.inventory.gaps.some(
        (one) =>
          one.account === role.account &&
          one.source.startsWith('iam:') &&
          one.source.includes('OpenIDConnect'),
      );
      if (!isRead && !gap) return [];
      return {
        subject: role.arn,
        about: trust.host,
        pipelines: trust.pipelines,
        title: `${role.name} asks for the audience \`${audiences[0]}\`, ${isRead ? `and the provider knows ${registered.map((one) => `\`${one}\``).join(', ') || 'none'}` : 'and which ones the provider knows was not read'}`,
        certainty: isRead ? ('shown' as const) : ('possible' as const),
        evidence: [],
        open: isRead ? [] : [`the identity provider ${trust.host} was not read`],
      };
    }),
};
