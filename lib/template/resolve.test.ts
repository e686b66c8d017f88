// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how Fn::Sub is spelled.
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '@/lib/base/json';
import { declaredResources } from './declared-resources';
import { RESOURCE_TYPES } from './resource-types/index';
import type { StackTemplate } from './stack-template';

/** The value as the property of a resource of a template that holds a bucket, a role and `more`. */
function resolved(value: Json, more: JsonObject = {}, around: Partial<StackTemplate> = {}) {
  const stack: StackTemplate = {
    name: 'shop',
    account: '111111111111',
    region: 'eu-west-1',
    ...around,
    template: {
      ...more,
      Resources: {
        Drop: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'drop' } },
        Hat: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'hat', Path: '/ci/' } },
        Probe: { Type: 'AWS::SNS::Topic', Properties: { Value: value } },
        ...(more.Resources as JsonObject | undefined),
      },
    },
  };
  const exporting: StackTemplate = {
    ...stack,
    name: 'other',
    template: { Outputs: { Out: { Value: { Ref: 'AWS::StackName' }, Export: { Name: 'theirs' } } } },
  };
  const { resources, problems } = declaredResources([stack, exporting], RESOURCE_TYPES, () => 'aws');
  const probe = resources.find((one) => one.logicalId === 'Probe');
  return { value: probe?.property('Value'), problems };
}

const conditions: JsonObject = {
  Conditions: {
    Yes: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
    Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    Either: { 'Fn::Or': [{ Condition: 'No' }, { Condition: 'Yes' }] },
    Circle: { 'Fn::Not': [{ Condition: 'Circle' }] },
    Written: { 'Fn::Equals': [{ Ref: 'Switch' }, true] },
  },
};
const parameters: JsonObject = {
  Parameters: {
    Tier: { Type: 'String', Default: 'dev' },
    Trusted: { Type: 'CommaDelimitedList', Default: '' },
    Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/images/latest' },
    Given: { Type: 'String' },
    Count: { Type: 'Number', Default: 3 },
    Switch: { Type: 'String', Default: false },
  },
};

const CASES: readonly (readonly [
  name: string,
  value: Json,
  expected: Json | undefined,
  more?: JsonObject,
])[] = [
  ['a plain value', { a: [1, true, 'x', null] }, { a: [1, true, 'x', null] }],
  ['Ref of a resource', { Ref: 'Drop' }, 'drop'],
  ['Ref of a number', { Ref: 'Count' }, '3', parameters],
  ['a secret that is looked up', '{{resolve:secretsmanager:token}}', '{{resolve:secretsmanager:token}}'],
  [
    'a condition on a boolean of YAML',
    { 'Fn::If': ['Written', 'then', 'else'] },
    'else',
    { ...conditions, ...parameters },
  ],
  ['Ref of the account', { Ref: 'AWS::AccountId' }, '111111111111'],
  ['Ref of the partition', { Ref: 'AWS::Partition' }, 'aws'],
  ['Ref of the suffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
  ['Ref of no value, in an object', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ['Ref of no value, in a list', ['a', { Ref: 'AWS::NoValue' }], ['a']],
  ['Ref of no value, alone', { Ref: 'AWS::NoValue' }, undefined],
  ['Ref of a parameter with a default', { Ref: 'Tier' }, 'dev', parameters],
  ['Ref of a list that is empty', { Ref: 'Trusted' }, [], parameters],
  ['GetAtt as a list', { 'Fn::GetAtt': ['Hat', 'Arn'] }, 'arn:aws:iam::111111111111:role/ci/hat'],
  ['GetAtt as a text', { 'Fn::GetAtt': 'Drop.Arn' }, 'arn:aws:s3:::drop'],
  ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'Drop' }, 3]] }, 'a/drop/3'],
  ['Split and Select', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
  ['Select with an index that is a text', { 'Fn::Select': ['0', ['a', 'b']] }, 'a'],
  ['Sub of a name', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Drop}/*' }, 'arn:aws:s3:::drop/*'],
  ['Sub of an attribute', { 'Fn::Sub': '${Hat.Arn}' }, 'arn:aws:iam::111111111111:role/ci/hat'],
  ['Sub of a literal', { 'Fn::Sub': '${!aws:username}' }, '${aws:username}'],
  [
    'Sub with a map of its own',
    { 'Fn::Sub': ['${Drop}-${x}', { x: { Ref: 'AWS::Region' } }] },
    'drop-eu-west-1',
  ],
  ['ImportValue', { 'Fn::ImportValue': 'theirs' }, 'other'],
  ['If that holds', { 'Fn::If': ['Yes', 'a', 'b'] }, 'a', conditions],
  ['If that does not', { 'Fn::If': ['No', 'a', { Ref: 'AWS::NoValue' }] }, undefined, conditions],
  ['And', { 'Fn::If': ['Both', 'a', 'b'] }, 'b', conditions],
  ['Or', { 'Fn::If': ['Either', 'a', 'b'] }, 'a', conditions],
  [
    'FindInMap',
    { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'k'] },
    'v',
    { Mappings: { M: { 'eu-west-1': { k: 'v' } } } },
  ],
  ['Base64', { 'Fn::Base64': 'häuf' }, 'aMOkdWY='],
  ['ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'Drop' } } }, '{"a":"drop"}'],
  ['an object with more keys than a function', { Ref: 'Drop', and: 1 }, { Ref: 'Drop', and: 1 }],
];

describe('a value of a template', () => {
  for (const [name, value, expected, more] of CASES)
    it(name, () => {
      const { value: found, problems } = resolved(value, more);
      expect(problems).toEqual([]);
      expect(found).toEqual(expected);
    });

  it('takes the values that were given for its parameters', () => {
    const around = { parameters: { Given: 'x', Trusted: '111111111111, 222222222222' } };
    expect(resolved({ Ref: 'Given' }, parameters, around).value).toBe('x');
    expect(resolved({ Ref: 'Trusted' }, parameters, around).value).toEqual(['111111111111', '222222222222']);
  });

  const PROBLEMS: readonly (readonly [name: string, value: Json, says: string, more?: JsonObject])[] = [
    [
      'a function that is not known',
      { 'Fn::Cidr': ['10.0.0.0/16', 1, 8] },
      '`Fn::Cidr` is a function that is not known',
    ],
    ['a name of nothing', { Ref: 'Nothing' }, '`Ref` names `Nothing`'],
    ['an attribute of nothing', { 'Fn::GetAtt': ['Nothing', 'Arn'] }, '`Fn::GetAtt` names `Nothing`'],
    ['an attribute that is not known', { 'Fn::GetAtt': ['Hat', 'Colour'] }, 'has no attribute `Colour`'],
    ['an export of nobody', { 'Fn::ImportValue': 'ours' }, 'no template exports `ours` here'],
    ['a parameter without a value', { Ref: 'Given' }, 'the parameter `Given` has no value', parameters],
    ['a parameter in the store of SSM', { Ref: 'Image' }, 'the parameter `Image` has no value', parameters],
    ['a condition of nobody', { 'Fn::If': ['Maybe', 1, 2] }, 'no condition is called "Maybe"'],
    ['a condition that refers to itself', { 'Fn::If': ['Circle', 1, 2] }, 'refers to itself', conditions],
    ['an element beyond the end', { 'Fn::Select': [2, ['a']] }, '`Fn::Select` finds no element 2'],
  ];

  for (const [name, value, says, more] of PROBLEMS)
    it(`is a problem where it holds ${name}`, () => {
      expect(resolved(value, more).problems.map((one) => one.sentence)).toEqual([
        expect.stringContaining(says),
      ]);
    });

  it('is a problem where two resources name each other', () => {
    const more = {
      Resources: {
        A: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'B' } } },
        B: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'A' } } },
      },
    };
    expect(resolved({ Ref: 'A' }, more).problems.map((one) => one.sentence)).toContainEqual(
      expect.stringContaining('refers to itself'),
    );
  });
});
