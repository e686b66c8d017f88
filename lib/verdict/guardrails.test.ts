import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import type { Json } from '@/lib/base/json';
import { allow, document, HUB, organization, PROD, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import {
  type Changes,
  PIPELINE_ROLE,
  PROD_ROLE,
  workingPipeline,
} from '@/lib/model/working-pipeline.fixture';
import { actionTrail } from '@/lib/scene/action-trail';
import { plain } from '@/lib/scene/words';
import type { Fact } from '@/lib/snapshot/fact';

function prod(changes: Changes) {
  const analysis = analyze(snapshotOf(workingPipeline(changes)));
  const [pipeline] = analysis.pipelines;
  const path = pipeline?.paths.find((one) => one.path.action === 'Deploy-Prod');
  const trail = actionTrail(analysis, pipeline?.arn ?? '', 'Prod/Deploy-Prod');
  return {
    state: path?.state,
    atFault: path?.atFault,
    by: path?.worst?.needs.find((need) => need.verdict !== 'allowed')?.decision.by,
    answer: plain(trail?.answer ?? []),
    changes: trail?.changes ?? [],
  };
}

const regions = (...allowed: readonly string[]): Json =>
  document({
    Effect: 'Deny',
    NotAction: ['iam:*', 'sts:*'],
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': allowed } },
  });

describe('an SCP', () => {
  it('that leaves the regions of the pipeline alone changes nothing', () => {
    expect(prod({ extra: organization({ regions: regions('us-east-1', 'us-east-2') }) }).state).toBe('works');
  });

  it('that denies the action’s region breaks it, and the organisation must lift it', () => {
    const said = prod({ extra: organization({ regions: regions('us-east-1') }) });
    expect(said).toMatchObject({ state: 'broken', by: 'explicit-deny' });
    expect(said.answer).toContain('an SCP of the organisation (regions) denies it');
    expect(said.changes).toMatchObject([{ account: '999999999999', statement: null }]);
  });

  it('that was not read leaves the action unknown', () => {
    expect(prod({ extra: organization({ regions: 'unread' }) }).state).toBe('unknown');
  });

  it('is read as unknown, not as none, when the organisation was not read', () => {
    const analysis = analyze({
      ...snapshotOf(workingPipeline()),
      facts: snapshotOf(workingPipeline()).facts.filter((fact) => fact.kind !== 'organization'),
    });
    expect(analysis.pipelines[0]?.state).toBe('unknown');
  });
});

describe('a permissions boundary', () => {
  const bounded = (statement: Json): readonly Fact[] => {
    const [role] = workingPipeline().filter((fact) => fact.arn === PROD_ROLE);
    const arn = `arn:aws:iam::${PROD}:policy/limits`;
    const policy: Fact = {
      kind: 'iam-policy',
      source: 'iam:GetAccountAuthorizationDetails',
      account: PROD,
      region: 'global',
      arn,
      data: {
        PolicyName: 'limits',
        Arn: arn,
        PolicyVersionList: [{ IsDefaultVersion: true, Document: document(statement) }],
      },
    };
    return role === undefined
      ? []
      : [
          {
            ...role,
            data: {
              ...(role.data as { readonly [key: string]: Json }),
              PermissionsBoundary: { PermissionsBoundaryArn: arn },
            },
          },
          policy,
        ];
  };
  const withBoundary = (statement: Json) =>
    prod({
      without: (fact) => fact.arn === PROD_ROLE && !('PermissionsBoundary' in (fact.data as object)),
      extra: bounded(statement),
    });

  it('that allows everything changes nothing', () => {
    expect(withBoundary(allow('*', '*')).state).toBe('works');
  });

  it('without the key’s actions breaks the action, and says so', () => {
    const said = withBoundary(allow(['s3:*', 'cloudformation:*', 'iam:PassRole'], '*'));
    expect(said).toMatchObject({ state: 'broken', by: 'boundary', atFault: 'action-role' });
    expect(said.answer).toContain('its permissions boundary does not allow kms:Decrypt');
    expect(said.changes).toMatchObject([{ account: PROD, statement: null }]);
  });
});

describe('a trust policy that asks for MFA', () => {
  it('with Bool is never met by a pipeline', () => {
    expect(
      prod({ prodTrust: trust({ AWS: PIPELINE_ROLE }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }) })
        .state,
    ).toBe('broken');
  });

  it('with BoolIfExists cannot be told: AWS’s pages disagree', () => {
    const said = prod({
      prodTrust: trust({ AWS: PIPELINE_ROLE }, { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
    });
    expect(said.state).toBe('unknown');
    expect(said.answer).toContain('AWS’s pages disagree');
  });
});

describe('conditions on the caller', () => {
  it.each([
    ['its organisation', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'works'],
    ['another organisation', { StringEquals: { 'aws:PrincipalOrgID': 'o-2' } }, 'broken'],
    ['its OU', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/r-1/ou-1/*' } }, 'works'],
    ['its account', { StringEquals: { 'aws:PrincipalAccount': HUB } }, 'works'],
    ['a tag that it does not carry', { StringEquals: { 'aws:PrincipalTag/team': 'x' } }, 'broken'],
  ])('on %s are told from the inventory', (_, condition, state) => {
    expect(prod({ prodTrust: trust({ AWS: PIPELINE_ROLE }, condition), extra: organization({}) }).state).toBe(
      state,
    );
  });
});

describe('a condition on what no scan has read', () => {
  it('leaves the action unknown, not dependent on the request', () => {
    const analysis = analyze({
      ...snapshotOf(
        workingPipeline({
          use2BucketPolicy: document({
            Effect: 'Allow',
            Principal: { AWS: [PROD_ROLE] },
            Action: 's3:*',
            Resource: '*',
            Condition: { StringEquals: { 'aws:ResourceTag/team': 'x' } },
          }),
        }),
      ),
    });
    const path = analysis.pipelines[0]?.paths.find((one) => one.path.action === 'Deploy-Prod');
    expect(path?.state).toBe('unknown');
    expect(path?.worst?.needs[0]?.notScanned).toEqual(['aws:ResourceTag/team was not read']);
  });
});

describe('a condition on the tags of the role that is put on', () => {
  it('is told from the role: a tag that it does not carry is never met', () => {
    const said = prod({
      prodTrust: trust({ AWS: PIPELINE_ROLE }, { StringEquals: { 'aws:ResourceTag/team': 'x' } }),
    });
    expect(said.state).toBe('broken');
  });

  it('on tags that the request passes is never met: CodePipeline passes none', () => {
    const said = prod({
      prodTrust: trust({ AWS: PIPELINE_ROLE }, { StringEquals: { 'aws:RequestTag/team': 'x' } }),
    });
    expect(said.state).toBe('broken');
  });
});

describe('a public bucket policy', () => {
  const everybody = document({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' });
  const block = (RestrictPublicBuckets: boolean): Fact => ({
    kind: 'bucket-public-access-block',
    source: 's3:GetPublicAccessBlock',
    account: HUB,
    region: 'global',
    arn: 'arn:aws:s3:::artifacts-us-east-2',
    data: { PublicAccessBlockConfiguration: { RestrictPublicBuckets } },
  });

  it('lets no other account in where the bucket restricts public policies', () => {
    const said = prod({ use2BucketPolicy: everybody, extra: [block(true)] });
    expect(said).toMatchObject({ state: 'broken', by: 'special', atFault: 'resource-policy' });
    expect(said.answer).toContain('the bucket policy is public');
    expect(said.changes).toMatchObject([{ account: HUB, statement: null }]);
  });

  it('cannot be told where only the account’s own setting could restrict it', () => {
    const said = prod({ use2BucketPolicy: everybody, extra: [block(false)] });
    expect(said.state).toBe('unknown');
    expect(said.answer).toContain('shuts out public policies was not read');
  });
});

describe('a service role whose trust asks for the source', () => {
  it('works, and says what that takes for granted', () => {
    const condition = { StringEquals: { 'aws:SourceAccount': HUB } };
    const facts = workingPipeline().map((fact) =>
      fact.arn === PIPELINE_ROLE
        ? {
            ...fact,
            data: {
              ...(fact.data as { readonly [key: string]: Json }),
              AssumeRolePolicyDocument: trust({ Service: 'codepipeline.amazonaws.com' }, condition),
            },
          }
        : fact,
    );
    const [runsAs] =
      analyze(snapshotOf(facts)).pipelines[0]?.paths[0]?.hops.filter((hop) => hop.hop.kind === 'runs-as') ??
      [];
    expect(runsAs?.state).toBe('works');
    expect(runsAs?.needs[0]?.decision.caveats.join()).toContain('aws:SourceAccount');
  });
});
