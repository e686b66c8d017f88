// A hat that jobs of any repository may put on.
import { ciTrusts, FLAVOUR_TITLES, isPublicHost, jobsPutOn, STRANGE_SUBJECTS } from '../oidc';
import type { Rule } from '../rule';

export const ciRoleOpenToAnyRepository: Rule = {
  id: 'ci-role-open-to-any-repository',
  title: 'A CI role trusts every repository of its host',
  severity: 'critical',
  marks: true,
  why: 'A trust in the identity provider of GitHub or GitLab that does not ask for the subject of the job lets in every repository there: on gitlab.com and github.com those of everybody in the world. The audience does not help: who writes a job chooses it.',
  remedy: 'Ask for the subject: the repository, and the environment or the protected branch.',
  example: {
    wide: `{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
 "Action": "sts:AssumeRoleWithWebIdentity",
 "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}}`,
    narrow: `{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
 "Action": "sts:AssumeRoleWithWebIdentity",
 "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                                "token.actions.githubusercontent.com:sub": "repo:acme/shop:environment:prod"}}}`,
  },
  sources: [
    'https://docs.github.com/en/actions/reference/security/oidc',
    'https://docs.gitlab.com/ci/cloud_services/aws/',
    'https://securitylabs.datadoghq.com/cloud-security-atlas/vulnerabilities/iam-role-can-be-assumed-by-any-github-action/',
  ],
  check: (judged) =>
    ciTrusts(judged).flatMap((trust) => {
      const said = jobsPutOn(judged, trust, STRANGE_SUBJECTS[trust.flavour]);
      if (said === null) return [];
      const isPublic = isPublicHost(trust.host);
      return {
        subject: trust.role.arn,
        about: trust.host,
        pipelines: trust.pipelines,
        title: `${trust.role.name} can be put on by jobs of any repository of ${isPublic ? FLAVOUR_TITLES[trust.flavour] : trust.host}`,
        severity: isPublic ? ('critical' as const) : ('high' as const),
        ...said,
      };
    }),
};
