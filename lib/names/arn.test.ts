import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arnAccount, arnName, formatArn, parseArn } from './arn';

describe('parseArn', () => {
  it('keeps every later colon in the resource', () => {
    expect(parseArn('arn:aws:codepipeline:us-east-1:111111111111:shop')).toEqual({
      partition: 'aws',
      service: 'codepipeline',
      region: 'us-east-1',
      account: '111111111111',
      resource: 'shop',
    });
    expect(parseArn('arn:aws-cn:logs:cn-north-1:1:log-group:a:b')?.resource).toBe('log-group:a:b');
  });

  it.each(['', '*', 'role/deploy', 'arn:aws:s3', 'arn::s3:::b', 'urn:aws:iam::1:role/x'])(
    'says that `%s` is none',
    (text) => {
      expect(parseArn(text)).toBeNull();
    },
  );

  it('and formatArn undo each other', () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    fc.assert(
      fc.property(
        part,
        part,
        fc.option(part, { nil: '' }),
        fc.option(part, { nil: '' }),
        fc.string(),
        (partition, service, region, account, resource) => {
          const parts = { partition, service, region, account, resource };
          expect(parseArn(formatArn(parts))).toEqual(parts);
        },
      ),
    );
  });
});

describe('names in an ARN', () => {
  it('are the last segment and the account field', () => {
    expect(arnName('arn:aws:iam::1:role/ci/deploy')).toBe('deploy');
    expect(arnName('arn:aws:s3:::bucket')).toBe('bucket');
    expect(arnAccount('arn:aws:s3:::bucket')).toBeNull();
  });
});
