import { describe, expect, it } from 'vitest';
import { ciRole, GITHUB, GITLAB } from '../ci.fixture';
import { found } from '../found.fixture';

const RULE = 'ci-subject-never-issued';
const like = (...subjects: string[]) => ({ StringLike: { [`${GITLAB}:sub`]: subjects } });

describe(RULE, () => {
  it('fires for a type of reference that GitLab never issues', () => {
    expect(
      found(RULE, { extra: ciRole(GITLAB, like('project_path:acme/shop:ref_type:mr:ref:*')) }),
    ).toMatchObject([
      {
        severity: 'medium',
        certainty: 'shown',
        title: 'ci waits for `project_path:acme/shop:ref_type:mr:ref:*`, which GitLab never issues',
      },
    ]);
  });

  it('is silent for branches, tags and any of them, and for GitHub', () => {
    const own = ['branch', 'tag', '*'].map((type) => `project_path:acme/shop:ref_type:${type}:ref:x`);
    expect(found(RULE, { extra: ciRole(GITLAB, like(...own)) })).toEqual([]);
    const github = { StringLike: { [`${GITHUB}:sub`]: 'repo:acme/shop:ref_type:mr' } };
    expect(found(RULE, { extra: ciRole(GITHUB, github) })).toEqual([]);
  });

  it('cannot tell whether it matters where the trust names other subjects besides, and says that it is possible', () => {
    const both = like(
      'project_path:acme/shop:ref_type:mr:ref:*',
      'project_path:acme/shop:ref_type:branch:ref:main',
    );
    expect(found(RULE, { extra: ciRole(GITLAB, both) })).toMatchObject([{ certainty: 'possible' }]);
  });
});
