import { describe, expect, it } from 'vitest';
import { allow, HUB, keyArn, pipeline, role, stores, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import { buildStage, found, roleUnread } from '../found.fixture';

const RULE = 'build-role-writes-other-artifacts';
const service = trust({ Service: 'codebuild.amazonaws.com' });
const other = pipeline('other', PIPELINE_ROLE, stores('us-east-1', 'us-east-2'), {
  Source: [
    {
      name: 'Fetch',
      type: ['Source', 'AWS', 'S3'],
      configuration: { S3Bucket: 'drop', S3ObjectKey: 'other.zip' },
      outputs: ['source'],
    },
  ],
});
const building = (build: ReturnType<typeof role>) => {
  const stage = buildStage('shop-build');
  return { ...stage, extra: [...(stage.extra ?? []), build, other] };
};
const writing = (folder: string) =>
  building(
    role(
      HUB,
      'shop-build',
      service,
      allow('s3:PutObject', `arn:aws:s3:::artifacts-us-east-1/${folder}`),
      allow(['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('us-east-1')),
    ),
  );

describe(RULE, () => {
  it('fires where it may write the whole store', () => {
    expect(found(RULE, writing('*'))).toMatchObject([
      {
        subject: `arn:aws:iam::${HUB}:role/shop-build`,
        certainty: 'shown',
        marks: true,
        title: `the build role ${HUB}/shop-build may write artifacts of other into artifacts-us-east-1`,
      },
    ]);
  });

  it('is silent where it may write its own folder only', () => {
    expect(found(RULE, writing('shop/*'))).toEqual([]);
  });

  it('cannot tell where its policies were not read, and says that it is possible', () => {
    const all = found(RULE, building(roleUnread(HUB, 'shop-build', service)));
    expect(all.length).toBeGreaterThan(0);
    for (const one of all) expect(one).toMatchObject({ certainty: 'possible', marks: false });
  });
});
