import { describe, expect, it } from 'vitest';
import { document, HUB, role } from '@/lib/model/snapshot.fixture';
import { ciRole, GITHUB, GITLAB } from '../ci.fixture';
import { found } from '../found.fixture';

const RULE = 'ci-role-open-to-any-repository';
const aud = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };

describe(RULE, () => {
  it.each([
    ['GitHub with the audience alone', GITHUB, { StringEquals: aud }, 'critical'],
    [
      'GitHub with a wildcard for the subject',
      GITHUB,
      { StringEquals: aud, StringLike: { [`${GITHUB}:sub`]: 'repo:*' } },
      'critical',
    ],
    [
      'GitHub with a subject that may be missing or anything',
      GITHUB,
      { StringLikeIfExists: { [`${GITHUB}:sub`]: '*' } },
      'critical',
    ],
    ['GitLab without a condition', GITLAB, null, 'critical'],
    [
      'a GitLab of one’s own with the audience alone',
      'gitlab.acme.example',
      { StringEquals: { 'gitlab.acme.example:aud': 'https://gitlab.acme.example' } },
      'high',
    ],
  ])('fires for %s, and marks what it delivers', (_, host, condition, severity) => {
    expect(found(RULE, { extra: ciRole(host, condition) })).toMatchObject([
      {
        subject: `arn:aws:iam::${HUB}:role/ci`,
        severity,
        certainty: 'shown',
        marks: true,
        pipelines: [expect.stringContaining(':shop')],
        evidence: [{ statement: 0 }],
      },
    ]);
  });

  it.each([
    ['a repository', { StringEquals: { ...aud, [`${GITHUB}:sub`]: 'repo:acme/shop:ref:refs/heads/main' } }],
    ['an organisation, of which another rule speaks', { StringLike: { [`${GITHUB}:sub`]: 'repo:acme/*' } }],
    [
      'another claim that only the company’s jobs carry',
      { StringEquals: { ...aud, [`${GITHUB}:repository_owner`]: 'acme' } },
    ],
  ])('is silent where the trust asks for %s', (_, condition) => {
    expect(found(RULE, { extra: ciRole(GITHUB, condition) })).toEqual([]);
  });

  it('cannot tell where a statement that might deny cannot be read, and says that it is possible', () => {
    const provider = { Federated: `arn:aws:iam::${HUB}:oidc-provider/${GITHUB}` };
    const trust = document(
      { Effect: 'Allow', Principal: provider, Action: 'sts:AssumeRoleWithWebIdentity' },
      { Effect: 'Deny', Principal: '*', Action: 17 },
    );
    expect(found(RULE, { extra: [role(HUB, 'ci', trust)] })).toMatchObject([
      { certainty: 'possible', marks: false },
    ]);
  });
});
