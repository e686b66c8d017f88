import { expect, test } from 'vitest';
import { functionName } from './function-arn';

const HERE = { partition: 'aws', account: '111111111111', region: 'us-east-1' };
const ARN = 'arn:aws:lambda:us-east-1:111111111111:function:check';

test.each([
  ['a name', 'check', ARN, null],
  ['a name with an alias', 'check:live', ARN, 'live'],
  ['a partial ARN', '222222222222:function:check', ARN.replace('111111111111', '222222222222'), null],
  [
    'an ARN',
    'arn:aws:lambda:eu-west-1:222222222222:function:check',
    'arn:aws:lambda:eu-west-1:222222222222:function:check',
    null,
  ],
  ['an ARN with a version', `${ARN}:7`, ARN, '7'],
])('%s names the function', (_, text, arn, qualifier) => {
  expect(functionName(text, HERE)).toEqual({ arn, name: 'check', qualifier });
});
