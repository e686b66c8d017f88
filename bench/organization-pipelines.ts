// The pipelines of a made organisation, with the roles that their actions wear.
import type { Fact } from '@/lib/snapshot/fact';
import { HUB, keyArn } from './organization-names';
import { role, trustOf } from './organization-roles';

/** Somewhat fewer than AWS lets stand in one stage, so that a large pipeline has several.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html */
const MOST_IN_STAGE = 45;

/** A pipeline of one source and so many deployments; `users` are told who needs the key of each region. */
export function pipelineFacts(
  index: number,
  actions: number,
  regions: readonly string[],
  targets: readonly string[],
  users: readonly string[][],
  group: string,
): readonly Fact[] {
  const name = `service-${index}`;
  const pipelineRole = `arn:aws:iam::${HUB}:role/${name}-pipeline`;
  const facts: Fact[] = [];
  const deployed = new Map<string, string>();
  const deploys = Array.from({ length: actions - 1 }, (_, at) => {
    const account = targets[(index + at) % targets.length] ?? HUB;
    const region = regions[at % regions.length] ?? 'us-east-1';
    const roleArn = `arn:aws:iam::${account}:role/${name}-deploy`;
    if ((index + at) % 13 !== 0) users[at % regions.length]?.push(roleArn);
    deployed.set(account, roleArn);
    return {
      name: `Deploy-${at}`,
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'CloudFormation', version: '1' },
      roleArn,
      region,
      configuration: {
        ActionMode: 'CREATE_UPDATE',
        StackName: name,
        TemplatePath: 'source::t.json',
        RoleArn: `arn:aws:iam::${account}:role/${name}-stack`,
      },
      inputArtifacts: [{ name: 'source' }],
      outputArtifacts: [],
    };
  });
  for (const [account] of deployed) {
    facts.push(
      role(
        account,
        `${name}-deploy`,
        trustOf({ AWS: index % 11 === 0 ? `arn:aws:iam::${HUB}:root` : pipelineRole }),
        {
          Effect: 'Allow',
          Action: ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::bench-artifacts-*',
        },
        { Effect: 'Allow', Action: 'kms:Decrypt', Resource: regions.map((region) => keyArn(group, region)) },
        {
          Effect: 'Allow',
          Action: 'cloudformation:*',
          Resource: `arn:aws:cloudformation:*:${account}:stack/${name}/*`,
        },
        { Effect: 'Allow', Action: 'iam:PassRole', Resource: `arn:aws:iam::${account}:role/${name}-stack` },
      ),
      role(account, `${name}-stack`, trustOf({ Service: 'cloudformation.amazonaws.com' })),
    );
  }
  facts.push(
    role(
      HUB,
      `${name}-pipeline`,
      trustOf({ Service: 'codepipeline.amazonaws.com' }),
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: [...deployed.values()] },
      { Effect: 'Allow', Action: 's3:*', Resource: ['arn:aws:s3:::bench-*'] },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: regions.map((region) => keyArn(group, region)),
      },
    ),
  );
  facts.push({
    kind: 'pipeline',
    source: 'codepipeline:GetPipeline',
    account: HUB,
    region: 'us-east-1',
    arn: `arn:aws:codepipeline:us-east-1:${HUB}:${name}`,
    data: {
      pipeline: {
        name,
        roleArn: pipelineRole,
        artifactStores: Object.fromEntries(
          regions.map((region) => [
            region,
            {
              type: 'S3',
              location: `bench-artifacts-${group}-${region}`,
              encryptionKey: { id: keyArn(group, region), type: 'KMS' },
            },
          ]),
        ),
        stages: [
          {
            name: 'Source',
            actions: [
              {
                name: 'Fetch',
                actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
                configuration: { S3Bucket: 'bench-drop', S3ObjectKey: `${name}.zip` },
                outputArtifacts: [{ name: 'source' }],
              },
            ],
          },
          ...stagesOf(deploys),
        ],
      },
    },
  });
  return facts;
}

/** In the order given; one stage is called `Deploy`, several `Deploy-1` and so on. */
function stagesOf<T>(actions: readonly T[]) {
  const count = Math.ceil(actions.length / MOST_IN_STAGE);
  return Array.from({ length: count }, (_, index) => ({
    name: count === 1 ? 'Deploy' : `Deploy-${index + 1}`,
    actions: actions.slice(index * MOST_IN_STAGE, (index + 1) * MOST_IN_STAGE),
  }));
}
