import { describe, expect, it } from 'vitest';
import { documentLines, statementLines } from './policy-lines';

const DOCUMENT = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111111111111:root' }, Action: 'kms:*', Resource: '*' },
    {
      Sid: 'Use',
      Effect: 'Allow',
      Principal: {
        AWS: ['arn:aws:iam::111111111111:role/checkout-pipeline', 'arn:aws:iam::222222222222:role/deploy'],
      },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
    },
  ],
};

describe('the lines of a document', () => {
  it('are the document: joined and parsed they give it back', () => {
    expect(
      JSON.parse(
        documentLines(DOCUMENT)
          .map((line) => line.text)
          .join('\n'),
      ),
    ).toEqual(DOCUMENT);
  });

  it('are numbered from 1 without a hole', () => {
    const numbers = documentLines(DOCUMENT).map((line) => line.number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each([[null], [[]], [{}], ['text'], [{ Statement: {} }], [{ 'a/b~c': [1, true] }]])(
    'of %j give it back too',
    (document) => {
      expect(
        JSON.parse(
          documentLines(document)
            .map((line) => line.text)
            .join('\n'),
        ),
      ).toEqual(document);
    },
  );
});

describe('the lines of a statement', () => {
  it('mark the one line that holds what failed together with more', () => {
    const document = {
      Statement: [{ Effect: 'Allow', Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }],
    };
    const lines = statementLines(
      document,
      '/Statement/0',
      '/Statement/0/Condition/StringEquals/sts:ExternalId',
    );
    expect(lines.filter((line) => line.mark === 'failed').map((line) => line.text.trim())).toEqual([
      '"Condition": { "StringEquals": { "sts:ExternalId": "x" } }',
    ]);
  });

  it('are its own only, with the element that failed marked', () => {
    const lines = statementLines(DOCUMENT, '/Statement/1', '/Statement/1/Principal');
    expect(lines.filter((line) => line.mark === 'failed').map((line) => line.text.trim())).toEqual([
      '"Principal": {',
      '"AWS": [',
      '"arn:aws:iam::111111111111:role/checkout-pipeline",',
      '"arn:aws:iam::222222222222:role/deploy"',
      ']',
      '},',
    ]);
    expect(lines.some((line) => line.text.includes(':root'))).toBe(false);
  });
});
