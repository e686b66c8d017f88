// What a text says once its names are replaced.
import { describe, expect, it } from 'vitest';
import { namesInArn, withNames } from './arn-names';
import { pseudonymsFor } from './pseudonyms';
import { redactTextWith } from './redact-text';

const text = redactTextWith(
  pseudonymsFor(
    new Map([
      ['111111111111', 'account id'],
      ['acme-tools', 'account'],
      ['checkout', 'pipeline'],
      ['checkout-deploy', 'role'],
      ['ci', 'value'],
      ['deploy', 'role'],
      ['gitlab.acme.example', 'host'],
      ['x', 'stage'],
      ['תפקיד', 'role'],
    ]),
  ),
);

describe('a text', () => {
  it.each([
    ['checkout-deploy', 'role-1'],
    ['checkout cannot put on checkout-deploy of acme-tools', 'pipeline-1 cannot put on role-1 of account-1'],
    ['redeployed, Deploy, deployment', 'redeployed, Deploy, deployment'],
    ['arn:aws:iam::111111111111:role/ci/deploy.', 'arn:aws:iam::000000000001:role/value-1/role-2.'],
    ['arn:aws:iam::111111111111:role/deploy-*', 'arn:aws:iam::000000000001:role/name-0*'],
    ['arn:aws:iam::aws:policy/AdministratorAccess', 'arn:aws:iam::aws:policy/AdministratorAccess'],
    ['arn:aws:s3:::unheard-of/key', 'arn:aws:s3:::name-0/name-0'],
    ['account 222222222222 of somebody', 'account 000000000000 of somebody'],
    ['https://gitlab.acme.example:443/checkout', 'https://gitlab-1.example:443/pipeline-1'],
    ['https://docs.aws.amazon.com/checkout', 'https://docs.aws.amazon.com/checkout'],
    ['codedeploy.amazonaws.com', 'codedeploy.amazonaws.com'],
    ['x', 'stage-1'],
    ['x marks nothing', 'x marks nothing'],
    ['der תפקיד', 'der role-3'],
  ])('%s', (before, after) => {
    expect(text(before)).toBe(after);
  });

  it('is the same every time, and a pseudonym stays what it is', () => {
    expect(text('checkout-deploy')).toBe(text('checkout-deploy'));
    expect(text(text('arn:aws:iam::111111111111:role/ci/deploy'))).not.toContain('111111111111');
  });
});

describe('the names in an ARN', () => {
  it.each([
    ['arn:aws:s3:::bucket/a/b', ['bucket bucket', 'object a', 'object b']],
    [
      'arn:aws:codepipeline:eu-west-1:111111111111:p/s/a',
      ['account id 111111111111', 'pipeline p', 'stage s', 'action a'],
    ],
    ['arn:aws:iam::111111111111:root', ['account id 111111111111']],
    [
      'arn:aws:lambda:eu-west-1:111111111111:function:f:live',
      ['account id 111111111111', 'function f', 'function live'],
    ],
    [
      'arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX',
      ['account id 111111111111', 'role AWSServiceRoleForX'],
    ],
    ['arn:aws:kms:*:*:key/*', []],
    ['no arn', []],
  ])('%s', (arn, names) => {
    expect(namesInArn(arn).map(({ kind, name }) => `${kind} ${name}`)).toEqual(names);
    expect(withNames(arn, (name) => name)).toBe(arn);
  });
});
