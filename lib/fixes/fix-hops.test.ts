import { describe, expect, it } from 'vitest';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze, analyzeEdited } from '@/lib/analysis/analyze';
import type { Json } from '@/lib/base/json';
import { allow, HUB, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
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

function fixesIn(analysis: Analysis): readonly Fix[] {
  return analysis.pipelines.flatMap((pipeline) =>
    pipeline.paths.flatMap((path) => analysis.fixesFor(path.hops)),
  );
}

/** The first pipeline after somebody has done what the fixes of its first broken action say, again and again until none is left. */
function mended(analysis: Analysis): Analysis {
  const broken = analysis.pipelines[0]?.paths.find((path) => path.state === 'broken');
  if (broken === undefined) return analysis;
  const changes = analysis.fixesFor(broken.hops).flatMap(({ change }) => change ?? []);
  if (changes.length === 0) throw new Error(`nothing is to be changed for ${broken.path.action}`);
  const edits = changes.map(({ place, after }) => ({ place, document: after }));
  const after = analyzeEdited(analysis, analysis.pipelines[0]?.arn ?? '', edits);
  if (after === null) throw new Error('the pipeline is gone');
  return mended(after);
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
    expect(mended(analyzed(facts)).pipelines[0]?.state).toBe('works');
  });

  it.each(CASES)('name no wildcard principal and no wildcard action when %s', (_, changes) => {
    for (const fix of fixesIn(analyzed(workingPipeline(changes)))) {
      for (const one of fix.statements ?? []) {
        const { Principal, Action } = one as { readonly Principal?: Json; readonly Action: Json };
        expect(JSON.stringify(Principal ?? '')).not.toMatch(/"\*"|:root/);
        expect(JSON.stringify(Action)).not.toContain('*');
      }
    }
  });

  it('are none when everything works', () => {
    expect(fixesIn(analyzed(workingPipeline()))).toEqual([]);
  });
});

describe('a fix for several actions on several resources', () => {
  it('allows each action on its own resources only', () => {
    const [fix] = fixesIn(
      analyzed(workingPipeline({ pipelineIdentity: [allow('sts:AssumeRole', '*'), allow('s3:*', '*')] })),
    ).slice(-1);
    expect(fix?.statements).toEqual(
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
