// SNS: topics with their policies.
import type { Json } from '@/lib/base/json';
import { arnName } from '@/lib/names/arn';
import { factOf, given, keptDocument, listOf } from '../answers';
import { madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType, type World } from '../resource-type';

const arnOf = (self: Resource) => {
  const isFifo = String(self.property('FifoTopic') ?? false) === 'true';
  const name = self.text('TopicName') ?? `${madeUpName(self, isFifo ? 251 : 256)}${isFifo ? '.fifo' : ''}`;
  return `arn:${self.partition}:sns:${self.region}:${self.account}:${name}`;
};

const topic: ResourceType = {
  type: 'AWS::SNS::Topic',
  id: arnOf,
  attributes: { TopicName: (self) => arnName(arnOf(self)), TopicArn: arnOf },
  facts: (self, world) => [
    factOf(self, 'topic', 'sns:GetTopicAttributes', arnOf(self), {
      Attributes: given({
        TopicArn: arnOf(self),
        Owner: self.account,
        Policy: JSON.stringify(policyOf(self, world)),
        KmsMasterKeyId: self.property('KmsMasterKeyId'),
      }),
    }),
  ],
};

const topicPolicy = factless(
  'AWS::SNS::TopicPolicy',
  'recorded as the policy of its topics',
  (self) => self.logicalId,
);

export const sns: readonly ResourceType[] = [topic, topicPolicy];

function policyOf(self: Resource, world: World): Json {
  const policy = world
    .ofType('AWS::SNS::TopicPolicy')
    .findLast((one) => one.account === self.account && listOf(one, 'Topics').includes(self.id()));
  return policy === undefined
    ? ownPolicy(self)
    : keptDocument(policy.property('PolicyDocument') ?? null, self.partition);
}

/** What SNS itself puts on a new topic: its own account may use it.
 *  @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html (read 2026-11-27) */
function ownPolicy(self: Resource): Json {
  return {
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['SNS:GetTopicAttributes', 'SNS:SetTopicAttributes', 'SNS:Subscribe', 'SNS:Publish'],
        Resource: arnOf(self),
        Condition: { StringEquals: { 'AWS:SourceOwner': self.account } },
      },
    ],
  };
}
