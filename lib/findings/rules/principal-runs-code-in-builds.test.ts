import { describe, expect, it } from 'vitest';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { buildStage, found, roleUnread } from '../found.fixture';

const RULE = 'principal-runs-code-in-builds';
const person = trust({ AWS: `arn:aws:iam::${HUB}:root` });
const building = (one: ReturnType<typeof role>) => {
  const stage = buildStage('shop-build');
  const build = role(HUB, 'shop-build', trust({ Service: 'codebuild.amazonaws.com' }));
  return { ...stage, extra: [...(stage.extra ?? []), build, one] };
};
const starting = (project: string) =>
  building(
    role(
      HUB,
      'tester',
      person,
      allow('codebuild:StartBuild', `arn:aws:codebuild:us-east-1:${HUB}:project/${project}`),
    ),
  );

describe(RULE, () => {
  it('fires for a role that may start the build of a pipeline', () => {
    expect(found(RULE, starting('*'))).toMatchObject([
      {
        severity: 'medium',
        marks: false,
        certainty: 'shown',
        title: `${HUB}/tester may run commands of its own with the build role of shop (codebuild:StartBuild)`,
        pipelines: [expect.stringContaining(':shop')],
      },
    ]);
  });

  it('is silent for other projects, and for an administrator', () => {
    expect(found(RULE, starting('nightly'))).toEqual([]);
    expect(found(RULE, building(role(HUB, 'admin', person, allow('*', '*'))))).toEqual([]);
  });

  it('cannot tell where its policies were not read, and says that it is possible', () => {
    expect(found(RULE, building(roleUnread(HUB, 'tester', person)))).toMatchObject([
      { certainty: 'possible' },
    ]);
  });
});
