import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import type { Json } from '@/lib/base/json';
import { policyDocument } from '@/lib/model/policy-document';
import { allow, document, HUB, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import {
  type Changes,
  DEV_ROLE,
  deployIdentity,
  PIPELINE_ROLE,
  PROD_ROLE,
  workingPipeline,
} from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Fix } from './fix';

const analyzed = (facts: readonly Fact[]) => analyze(snapshotOf(facts));

function fixesOf(facts: readonly Fact[]): readonly Fix[] {
  const analysis = analyzed(facts);
  return analysis.pipelines.flatMap((pipeline) =>
    pipeline.paths.flatMap((path) => analysis.fixesFor(path.hops)),
  );
}

const listOf = (statement: Json): readonly Json[] => (Array.isArray(statement) ? statement : [statement]);

const withStatement = (raw: Json, statement: Json): Json => {
  const { Statement } = policyDocument(raw) as unknown as { Statement: readonly Json[] };
  return document(...Statement, ...listOf(statement));
};

/** The facts after somebody has done what the fix says. */
function applied(facts: readonly Fact[], fix: Fix): readonly Fact[] {
  if (fix.statement === null) throw new Error(`nothing to add: ${fix.sentence}`);
  const statement = fix.statement;
  const name = fix.where.split(' ').at(-1) ?? '';
  return facts.map((fact) => {
    const data = fact.data as { readonly [key: string]: Json };
    if (fix.where.startsWith('the key policy') && fact.kind === 'key-policy' && fact.arn?.endsWith(name))
      return { ...fact, data: { Policy: JSON.stringify(withStatement(data.Policy ?? null, statement)) } };
    if (
      fix.where.startsWith('the bucket policy') &&
      fact.kind === 'bucket-policy' &&
      fact.arn?.endsWith(name)
    )
      return {
        ...fact,
        data: {
          Policy: JSON.stringify(
            fact.data === null
              ? document(...listOf(statement))
              : withStatement(data.Policy ?? null, statement),
          ),
        },
      };
    if (fact.kind !== 'iam-role' || fact.account !== fix.account || data.RoleName !== name) return fact;
    if (fix.where.startsWith('the trust policy'))
      return {
        ...fact,
        data: {
          ...data,
          AssumeRolePolicyDocument: withStatement(data.AssumeRolePolicyDocument ?? null, statement),
        },
      };
    return {
      ...fact,
      data: {
        ...data,
        RolePolicyList: [
          ...(data.RolePolicyList as readonly Json[]),
          {
            PolicyName: `fix-${(data.RolePolicyList as readonly Json[]).length}`,
            PolicyDocument: document(...listOf(statement)),
          },
        ],
      },
    };
  });
}

const CASES: readonly (readonly [string, Changes])[] = [
  ['the key policy does not name the role', { use2KeyUsers: [DEV_ROLE] }],
  ['the bucket has no policy', { use2BucketPolicy: null }],
  ['the trust policy names somebody else', { prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:role/other` }) }],
  [
    'the trust policy wants an external id',
    { prodTrust: trust({ AWS: PIPELINE_ROLE }, { StringEquals: { 'sts:ExternalId': 'x' } }) },
  ],
  [
    'the pipeline role may not assume',
    { pipelineIdentity: [allow('sts:AssumeRole', DEV_ROLE), allow('s3:*', '*'), allow('kms:*', '*')] },
  ],
  ['the pipeline role may do nothing but assume', { pipelineIdentity: [allow('sts:AssumeRole', '*')] }],
  ['the action role may do nothing', { prodIdentity: [] }],
  [
    'the action role may not pass the execution role',
    { prodIdentity: deployIdentity(PROD_ROLE.split(':')[4] ?? '').slice(0, 3) },
  ],
  [
    'neither side of the key says yes',
    {
      use2KeyUsers: [DEV_ROLE],
      prodIdentity: [allow('s3:*', '*'), allow('cloudformation:*', '*'), allow('iam:PassRole', '*')],
    },
  ],
];

describe('the fixes of a broken pipeline', () => {
  it.each(CASES)('make it work when %s', (_, changes) => {
    const facts = workingPipeline(changes);
    expect(analyzed(facts).pipelines[0]?.state).toBe('broken');
    const mended = fixesOf(facts).reduce(applied, facts);
    expect(analyzed(mended).pipelines[0]?.state).toBe('works');
  });

  it.each(CASES)('name no wildcard principal and no wildcard action when %s', (_, changes) => {
    for (const fix of fixesOf(workingPipeline(changes))) {
      for (const one of listOf(fix.statement)) {
        const { Principal, Action } = one as { readonly Principal?: Json; readonly Action: Json };
        expect(JSON.stringify(Principal ?? '')).not.toMatch(/"\*"|:root/);
        expect(JSON.stringify(Action)).not.toContain('*');
      }
    }
  });

  it('are none when everything works', () => {
    expect(fixesOf(workingPipeline())).toEqual([]);
  });
});

describe('a fix for several actions on several resources', () => {
  it('allows each action on its own resources only', () => {
    const [fix] = fixesOf(
      workingPipeline({ pipelineIdentity: [allow('sts:AssumeRole', '*'), allow('s3:*', '*')] }),
    ).slice(-1);
    expect(fix?.statement).toEqual(
      [
        {
          Effect: 'Allow',
          Action: 'kms:Decrypt',
          Resource: [`arn:aws:kms:us-east-1:${HUB}:key/artifacts-us-east-1`],
        },
        {
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: [`arn:aws:kms:us-east-2:${HUB}:key/artifacts-us-east-2`],
        },
      ].map((one) => ({ ...one, Resource: one.Resource[0] })),
    );
  });
});
