// The change as CloudFormation: a resource of its own where AWS has one for the policy, else the property of the resource.
import { stringify } from 'yaml';
import type { Json } from '@/lib/base/json';
import { arnName, parseArn } from '@/lib/names/arn';
import type { PolicyChange } from '../fix';
import type { FixFormat } from '../fix-format';

interface Written {
  /** Said above it. */
  readonly note: string;
  readonly type: string;
  readonly properties: { readonly [name: string]: Json };
}

export const cloudformation: FixFormat = {
  id: 'cloudformation',
  title: 'CloudFormation',
  extension: 'yaml',
  print(change) {
    const found = written(change);
    if (found === null) return null;
    const { note, type, properties } = found;
    const body = { [logicalId(change)]: { Type: type, Properties: properties } };
    return `# ${note}\n${stringify(body, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })}`;
  },
};

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html (read 2026-11-27) */
function written({ place, after }: PolicyChange): Written | null {
  switch (place.kind) {
    case 'trust':
      return {
        note: 'In the role’s own resource: its other properties stay as they are.',
        type: 'AWS::IAM::Role',
        properties: { RoleName: arnName(place.role), AssumeRolePolicyDocument: after },
      };
    case 'inline': {
      const isUser = parseArn(place.owner)?.resource.startsWith('user/') === true;
      return {
        note: 'An inline policy as a resource of its own; one of a template’s role stands in its Policies.',
        type: isUser ? 'AWS::IAM::UserPolicy' : 'AWS::IAM::RolePolicy',
        properties: {
          [isUser ? 'UserName' : 'RoleName']: arnName(place.owner),
          PolicyName: place.name,
          PolicyDocument: after,
        },
      };
    }
    case 'managed':
      return {
        note: 'In the policy’s own resource: its other properties stay as they are.',
        type: 'AWS::IAM::ManagedPolicy',
        properties: { ManagedPolicyName: arnName(place.policy), PolicyDocument: after },
      };
    case 'bucket':
      return {
        note: 'A bucket has one policy: this is the whole of it.',
        type: 'AWS::S3::BucketPolicy',
        properties: { Bucket: arnName(place.bucket), PolicyDocument: after },
      };
    case 'key':
      return {
        note: 'In the key’s own resource: its other properties stay as they are.',
        type: 'AWS::KMS::Key',
        properties: { KeyPolicy: after },
      };
    case 'resource':
      return ofResource(place.resource, after);
    case 'guardrail':
      return {
        note: 'In the policy’s own resource: its other properties stay as they are.',
        type: 'AWS::Organizations::Policy',
        properties: { Content: after },
      };
  }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-resourcepolicy.html (read 2026-11-27) */
function ofResource(arn: string, after: Json): Written | null {
  const whole = 'This is the whole policy of the resource.';
  switch (parseArn(arn)?.service) {
    case 'sns':
      return {
        note: whole,
        type: 'AWS::SNS::TopicPolicy',
        properties: { Topics: [arn], PolicyDocument: after },
      };
    case 'ecr':
      return {
        note: 'In the repository’s own resource: its other properties stay as they are.',
        type: 'AWS::ECR::Repository',
        properties: { RepositoryName: repositoryName(arn), RepositoryPolicyText: after },
      };
    case 'secretsmanager':
      return {
        note: whole,
        type: 'AWS::SecretsManager::ResourcePolicy',
        properties: { SecretId: arn, ResourcePolicy: after },
      };
    case 'events':
      return {
        note: 'In the bus’s own resource: its other properties stay as they are.',
        type: 'AWS::Events::EventBus',
        properties: { Name: arnName(arn), Policy: after },
      };
    default:
      return null;
  }
}

function repositoryName(arn: string): string {
  return parseArn(arn)?.resource.replace(/^repository\//, '') ?? arn;
}

/** Letters and digits only, as CloudFormation wants it. */
function logicalId({ place }: PolicyChange): string {
  const words: Readonly<Record<typeof place.kind, string>> = {
    trust: 'Role',
    inline: 'RolePolicy',
    managed: 'ManagedPolicy',
    bucket: 'BucketPolicy',
    key: 'Key',
    resource: 'ResourcePolicy',
    guardrail: 'Guardrail',
  };
  return `Changed${words[place.kind]}`;
}
