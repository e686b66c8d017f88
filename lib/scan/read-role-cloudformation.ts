// The read-only role as a CloudFormation template that a stack set can roll out unchanged.
import { stringify } from 'yaml';
import type { ReadRole } from './read-role';

/** The template as YAML. Functions are written in full, so that any YAML reader understands it. Never throws.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html (read 2026-11-24) */
export function cloudFormationRole(role: ReadRole): string {
  return [
    '# The role with which hatstack reads this account. It lists and reads settings, and never contents.',
    '# IAM is global: roll it out in one region of each account. It needs the capability CAPABILITY_NAMED_IAM.',
    stringify(template(role), { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false }),
  ].join('\n');
}

function template(role: ReadRole) {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'The role with which hatstack reads this account: settings only, never contents',
    Parameters: {
      RoleName: {
        Type: 'String',
        Description: 'Name of the role, the same in every account',
        Default: role.name,
        AllowedPattern: '[\\w+=,.@-]{1,64}',
      },
      TrustedPrincipal: {
        Type: 'String',
        Description: 'Who may put the role on: an account id, or the ARN of a role or user',
        ...(role.trusted === null ? {} : { Default: role.trusted }),
        AllowedPattern: '\\d{12}|arn:aws[a-z-]*:iam::\\d{12}:.+',
      },
      ExternalId: {
        Type: 'String',
        Description: 'The external id that must come with the request; empty for none',
        Default: role.externalId ?? '',
        AllowedPattern: '([\\w+=,.@:/-]{2,1224})?',
      },
    },
    Conditions: { HasExternalId: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'ExternalId' }, ''] }] } },
    Resources: {
      ReadRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: { Ref: 'RoleName' },
          Path: role.path,
          Description: 'Read by hatstack: settings only, never contents',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: { Ref: 'TrustedPrincipal' } },
                Action: 'sts:AssumeRole',
                Condition: {
                  'Fn::If': [
                    'HasExternalId',
                    { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
                    { Ref: 'AWS::NoValue' },
                  ],
                },
              },
            ],
          },
          Policies: [
            {
              PolicyName: 'HatstackReads',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [
                  { Sid: 'HatstackReads', Effect: 'Allow', Action: [...role.actions], Resource: '*' },
                ],
              },
            },
          ],
        },
      },
    },
    Outputs: {
      RoleArn: {
        Description: 'The role to scan with',
        Value: { 'Fn::GetAtt': ['ReadRole', 'Arn'] },
      },
    },
  };
}
