import { describe, expect, it } from 'vitest';
import { document, HUB, role } from '@/lib/model/snapshot.fixture';
import { ciRole, GITHUB, GITLAB } from '../ci.fixture';
import { found, TIERS } from '../found.fixture';

const RULE = 'ci-role-open-to-more-jobs';
const like = (host: string, subject: string) => ({ StringLike: { [`${host}:sub`]: subject } });

describe(RULE, () => {
  it.each([
    [GITHUB, 'repo:acme/*', 'jobs of any repository of acme'],
    [GITHUB, 'repo:acme/shop*:ref:refs/heads/main', null],
    [GITLAB, 'project_path:acme/*:ref_type:branch:ref:main', 'jobs of any repository of acme'],
    [GITLAB, 'project_path:acme/web/*:ref_type:branch:ref:*', 'jobs of any repository of acme/web'],
  ])('fires for every repository of %s `%s`: %s', (host, subject, words) => {
    const all = found(RULE, { extra: ciRole(host, like(host, subject)) });
    expect(all.map((one) => one.title)).toEqual(words === null ? [] : [`ci can be put on by ${words}`]);
    for (const one of all) expect(one).toMatchObject({ severity: 'high', marks: true });
  });

  it.each([
    [GITHUB, 'repo:acme/shop:*', 'jobs of any branch or pull request of acme/shop'],
    [GITLAB, 'project_path:acme/shop:ref_type:branch:ref:*', 'jobs of any branch of acme/shop'],
  ])('fires for every branch of %s `%s` without marking the pipeline', (host, subject, words) => {
    expect(found(RULE, { extra: ciRole(host, like(host, subject)) })).toMatchObject([
      { title: `ci can be put on by ${words}`, severity: 'medium', marks: false },
    ]);
    expect(found(RULE, { extra: ciRole(host, like(host, subject)) }, { settings: TIERS })).toMatchObject([
      { severity: 'high', marks: false },
    ]);
  });

  it.each([
    [GITHUB, 'repo:acme/shop:environment:prod'],
    [GITLAB, 'project_path:acme/shop:ref_type:branch:ref:main'],
    [GITLAB, 'project_path:acme/shop:ref_type:tag:ref:v*'],
  ])('is silent for %s `%s`', (host, subject) => {
    expect(found(RULE, { extra: ciRole(host, like(host, subject)) })).toEqual([]);
  });

  it('cannot tell where a statement that might deny cannot be read: the wider rule says that it is possible', () => {
    const trust = document(
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${HUB}:oidc-provider/${GITHUB}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: like(GITHUB, 'repo:acme/*'),
      },
      { Effect: 'Deny', Principal: '*', Action: 17 },
    );
    expect(found(RULE, { extra: [role(HUB, 'ci', trust)] })).toMatchObject([
      { certainty: 'possible', marks: false },
    ]);
  });
});
