// A trust that waits for a subject which its host never issues.
import { ciTrusts } from '../oidc';
import type { Rule } from '../rule';

export const ciSubjectNeverIssued: Rule = {
  id: 'ci-subject-never-issued',
  title: 'A CI role waits for a subject that GitLab never issues',
  severity: 'medium',
  marks: false,
  why: 'GitLab issues the types branch and tag, for merge requests too. A trust that asks for ref_type:mr or ref_type:merge_request lets none of their jobs in: AssumeRoleWithWebIdentity is denied, whatever else the policy says.',
  remedy: 'Ask for ref_type:branch with the branches from which merge requests come, or for another claim.',
  example: {
    wide: '{"StringLike": {"gitlab.com:sub": "project_path:acme/shop:ref_type:mr:ref:*"}}',
    narrow: '{"StringLike": {"gitlab.com:sub": "project_path:acme/shop:ref_type:branch:ref:feature/*"}}',
  },
  sources: [
    'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
    'https://phpboyscout.uk/2026/05/14/a-403-you-cant-fix-in-iam.html',
  ],
  check: (judged) =>
    ciTrusts(judged).flatMap((trust) => {
      const wrong = trust.flavour === 'gitlab' ? trust.subjects.filter(isNeverIssued) : [];
      if (wrong.length === 0) return [];
      // Another value of the same condition may still let jobs in, or be meant for them.
      const isAll = wrong.length === trust.subjects.length;
      return {
        subject: trust.role.arn,
        about: trust.host,
        pipelines: trust.pipelines,
        title: `${trust.role.name} waits for \`${wrong[0]}\`, which GitLab never issues`,
        certainty: isAll ? ('shown' as const) : ('possible' as const),
        evidence: [],
        open: isAll
          ? []
          : ['its trust names other subjects besides, so jobs of merge requests may come in by those'],
      };
    }),
};

function isNeverIssued(subject: string): boolean {
  const type = /:ref_type:([^:]*)/.exec(subject)?.[1];
  return type !== undefined && !/[*?]/.test(type) && type !== 'branch' && type !== 'tag';
}
