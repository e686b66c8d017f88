// A hat that more repositories, or more branches, may put on than one would think.
import { isProd } from '@/lib/model/tier';
import { NOBODY } from '../nobody';
import { type CiTrust, ciTrusts, jobsPutOn, STRANGE_SUBJECTS } from '../oidc';
import type { Judged, Rule } from '../rule';

export const ciRoleOpenToMoreJobs: Rule = {
  id: 'ci-role-open-to-more-jobs',
  title: 'A CI role trusts more repositories or branches than it should',
  severity: 'high',
  marks: true,
  why: 'A wildcard in the subject lets in every repository of an organisation or group, also one that somebody makes tomorrow; a wildcard after the repository lets in every branch, and at GitHub every pull request, so that whoever may push anything there is let in. What concerns the branches of one repository is told without marking the pipeline.',
  remedy:
    'Name the repository in full, and its environment (GitHub) or its protected branch; one role for each that delivers.',
  example: {
    wide: '{"StringLike": {"gitlab.com:sub": "project_path:acme/*:ref_type:branch:ref:*"}}',
    narrow: '{"StringEquals": {"gitlab.com:sub": "project_path:acme/shop:ref_type:branch:ref:main"}}',
  },
  sources: [
    'https://docs.github.com/en/actions/reference/security/oidc',
    'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
    'https://docs.gitlab.com/ci/cloud_services/aws/',
  ],
  check: (judged) =>
    ciTrusts(judged).flatMap((trust) => {
      // Who lets everybody in needs no second finding.
      if (jobsPutOn(judged, trust, STRANGE_SUBJECTS[trust.flavour]) !== null) return [];
      const wide = widerSubjects(trust).flatMap((one) => {
        const said = jobsPutOn(judged, trust, one.subjects);
        return said === null ? [] : [{ ...one, said }];
      });
      const repositories = wide.filter((one) => one.kind === 'repositories');
      const told = repositories.length > 0 ? repositories : wide;
      const [first] = told;
      if (first === undefined) return [];
      const isRepositories = first.kind === 'repositories';
      return {
        subject: trust.role.arn,
        about: trust.host,
        pipelines: trust.pipelines,
        title: `${trust.role.name} can be put on by ${told.map((one) => one.words).join(', ')}`,
        severity: isRepositories || reachesProd(judged, trust) ? ('high' as const) : ('medium' as const),
        ...(isRepositories ? {} : { marks: false as const }),
        ...first.said,
      };
    }),
};

interface Wider {
  readonly kind: 'repositories' | 'branches';
  readonly words: string;
  readonly subjects: readonly string[];
}

/** Of each subject that the trust asks for: the jobs beside the ones that one thinks of. */
function widerSubjects({ flavour, subjects }: CiTrust): readonly Wider[] {
  return subjects.flatMap((written) => {
    const path = (flavour === 'github' ? /^repo:([^:]*)/ : /^project_path:([^:]*)/).exec(written)?.[1];
    const owner = path?.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path?.replace(/\*$/, '');
    if (path === undefined || owner === undefined || owner === '' || /[*?]/.test(owner)) return [];
    const other = `${owner}/${NOBODY}`;
    const repositories: Wider = {
      kind: 'repositories',
      words: `jobs of any repository of ${owner}`,
      subjects: flavour === 'github' ? githubJobs(other, 'main') : gitlabJobs(other, 'main'),
    };
    if (/[*?]/.test(path)) return [repositories];
    return [
      repositories,
      {
        kind: 'branches',
        words: `jobs of any ${flavour === 'github' ? 'branch or pull request' : 'branch'} of ${path}`,
        subjects:
          flavour === 'github' ? githubJobs(path, NOBODY).slice(0, 2) : gitlabJobs(path, NOBODY).slice(0, 1),
      },
    ];
  });
}

function githubJobs(path: string, branch: string): readonly string[] {
  return [
    `repo:${path}:ref:refs/heads/${branch}`,
    `repo:${path}:pull_request`,
    `repo:${path}:environment:prod`,
  ];
}

function gitlabJobs(path: string, branch: string): readonly string[] {
  return [
    `project_path:${path}:ref_type:branch:ref:${branch}`,
    `project_path:${path}:ref_type:branch:ref:master`,
    `project_path:${path}:ref_type:tag:ref:v1`,
  ];
}

function reachesProd({ inventory, pipelines }: Judged, trust: CiTrust): boolean {
  return (
    isProd(inventory, trust.role.account) ||
    pipelines.some(
      (one) =>
        trust.pipelines.includes(one.arn) && one.paths.some(({ path }) => isProd(inventory, path.account)),
    )
  );
}
