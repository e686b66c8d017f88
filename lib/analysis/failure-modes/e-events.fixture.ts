// Test support: the event rules, buses and roles that start a pipeline.
import type { Json } from '@/lib/base/json';
import { allow, bucket, DEV, document, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { type ActionCase, refusal, resourceFact, snapshotOfCase } from '../checked-action.fixture';
import type { RegisterEntry } from './entry.fixture';

const PIPELINE = `arn:aws:codepipeline:us-east-1:${HUB}:shop`;
const BUS = `arn:aws:events:us-east-1:${HUB}:event-bus/default`;
const UPLOAD: ActionCase['action'] = {
  type: ['Deploy', 'AWS', 'S3'],
  configuration: { BucketName: 'drop', Extract: 'true' },
};
const START = allow('codepipeline:StartPipelineExecution', PIPELINE);

function rule(account: string, target: string, RoleArn: string | null): readonly Fact[] {
  const arn = `arn:aws:events:us-east-1:${account}:rule/shop-source`;
  const pattern = { source: ['aws.s3'], 'detail-type': ['Object Created'] };
  return [
    resourceFact('event-rule', 'events:DescribeRule', arn, {
      Name: 'shop-source',
      State: 'ENABLED',
      EventBusName: 'default',
      EventPattern: JSON.stringify(pattern),
    }),
    resourceFact('event-rule-targets', 'events:ListTargetsByRule', arn, {
      Targets: [{ Id: '1', Arn: target, ...(RoleArn === null ? {} : { RoleArn }) }],
    }),
  ];
}

/** That all rules of the account were listed that target this. */
const listed = (account: string, target: string): Fact => ({
  ...resourceFact('event-rule-names', 'events:ListRuleNamesByTarget', target, { TargetArn: target }),
  account,
});
const bus = (policy: Json | null) =>
  resourceFact('event-bus', 'events:ListEventBuses', BUS, {
    Name: 'default',
    Arn: BUS,
    ...(policy === null ? {} : { Policy: JSON.stringify(policy) }),
  });
const eventRole = (account: string, ...may: readonly Json[]) =>
  role(account, 'starter', trust({ Service: 'events.amazonaws.com' }), ...may);
const STARTER = `arn:aws:iam::${HUB}:role/starter`;

/** A pipeline whose source in the bucket `drop` is not polled. */
function unpolled(facts: NonNullable<ActionCase['facts']>, more: Partial<ActionCase> = {}) {
  return snapshotOfCase({
    action: UPLOAD,
    source: {
      configuration: { S3Bucket: 'drop', S3ObjectKey: 'a.zip', PollForSourceChanges: 'false' },
    },
    facts,
    ...more,
  });
}

const STARTED = [listed(HUB, PIPELINE), rule(HUB, PIPELINE, STARTER), eventRole(HUB, START)];

/** The same with a source in a bucket of another account, whose events come over the bus. */
function fromElsewhere(facts: NonNullable<ActionCase['facts']>, more: Partial<ActionCase> = {}) {
  return snapshotOfCase({
    action: UPLOAD,
    source: {
      configuration: { S3Bucket: 'feeds', S3ObjectKey: 'a.zip', PollForSourceChanges: 'false' },
    },
    facts: [
      bucket(
        DEV,
        'feeds',
        'us-east-1',
        document({
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${HUB}:root` },
          Action: 's3:*',
          Resource: ['arn:aws:s3:::feeds', 'arn:aws:s3:::feeds/*'],
        }),
      ),
      ...STARTED,
      listed(DEV, BUS),
      rule(DEV, BUS, `arn:aws:iam::${DEV}:role/starter`),
      eventRole(DEV, allow('events:PutEvents', BUS)),
      ...facts,
    ],
    ...more,
  });
}

const lets = (account: string) =>
  document({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'events:PutEvents',
    Resource: BUS,
  });

export const EVENTS: readonly RegisterEntry[] = [
  {
    id: 'event-rule-missing',
    what: 'The source is not polled, and no event rule starts the pipeline.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/triggering.html'],
    as: {
      kind: 'fault',
      at: 'Source/Fetch',
      rule: 'event-rule-missing',
      says: /no event rule that is enabled starts the pipeline/,
      isWarning: true,
    },
    fires: unpolled([listed(HUB, PIPELINE)]),
    silent: unpolled(STARTED),
    cannotTell: unpolled([], { gaps: [refusal('events:ListRuleNamesByTarget', PIPELINE)] }),
  },
  {
    id: 'event-rule-role-cannot-start',
    what: 'The role of the event rule may not start the pipeline.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-trigger-source-repo-changes-cli.html',
    ],
    as: {
      kind: 'need',
      at: 'Source/Fetch',
      hop: 'triggers',
      need: 'codepipeline:StartPipelineExecution',
      isOptional: true,
    },
    fires: unpolled([listed(HUB, PIPELINE), rule(HUB, PIPELINE, STARTER), eventRole(HUB)]),
    silent: unpolled(STARTED),
    cannotTell: unpolled([
      listed(HUB, PIPELINE),
      rule(HUB, PIPELINE, `arn:aws:iam::999999999999:role/starter`),
    ]),
  },
  {
    id: 'event-bus-cross-account-policy',
    what: 'The event bus of the pipeline’s account does not let the events of the source’s account in.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/24843',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html',
    ],
    as: { kind: 'need', at: 'Source/Fetch', hop: 'triggers', need: 'events:PutEvents', isOptional: true },
    fires: fromElsewhere([bus(lets('999999999999'))]),
    silent: fromElsewhere([bus(lets(DEV))]),
    cannotTell: fromElsewhere([], { gaps: [refusal('events:ListEventBuses', BUS, null)] }),
  },
  {
    id: 'event-direct-cross-account-target',
    what: 'An event rule targets a pipeline of another account directly, which EventBridge does not reach.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/15639',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html',
    ],
    as: {
      kind: 'fault',
      at: 'Source/Fetch',
      rule: 'event-rule-in-other-account',
      says: /its events must go over a bus of/,
      isWarning: true,
    },
    fires: unpolled([
      listed(HUB, PIPELINE),
      rule(DEV, PIPELINE, `arn:aws:iam::${DEV}:role/starter`),
      eventRole(DEV, START),
    ]),
    silent: unpolled(STARTED),
    cannotTell: { never: 'a rule that was not read is missing, which is a failure of its own' },
  },
];
