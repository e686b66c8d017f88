import { expect, test } from 'vitest';
import { classifyError, type ErrorKind } from './classify-error';

function sdkError(name: string, httpStatusCode?: number): Error {
  return Object.assign(new Error('made up'), { name, $metadata: { httpStatusCode } });
}
const networkError = (code: string) => Object.assign(new Error('made up'), { code });

const CASES: readonly (readonly [error: Error, kind: ErrorKind])[] = [
  [sdkError('AccessDenied', 403), 'denied'],
  [sdkError('AccessDenied', 400), 'denied'],
  [sdkError('AccessDeniedException', 400), 'denied'],
  [sdkError('UnauthorizedOperation', 403), 'denied'],
  [sdkError('SomethingNew', 403), 'denied'],
  [sdkError('ThrottlingException', 400), 'throttled'],
  [sdkError('TooManyRequestsException', 400), 'throttled'],
  [sdkError('SlowDown', 503), 'throttled'],
  [sdkError('SomethingNew', 429), 'throttled'],
  [sdkError('NoSuchBucketPolicy', 404), 'absent'],
  [sdkError('ServerSideEncryptionConfigurationNotFoundError', 404), 'absent'],
  [sdkError('OwnershipControlsNotFoundError', 404), 'absent'],
  [sdkError('NoSuchPublicAccessBlockConfiguration', 404), 'absent'],
  [sdkError('PipelineNotFoundException', 400), 'absent'],
  [sdkError('NotFoundException', 400), 'absent'],
  [sdkError('AWSOrganizationsNotInUseException', 400), 'absent'],
  [sdkError('UnknownOperationException', 400), 'unsupported'],
  [sdkError('NotFound', 404), 'unsupported'],
  [sdkError('SyntaxError', 404), 'unsupported'],
  [sdkError('NotImplemented', 501), 'unsupported'],
  [sdkError('ExpiredToken', 403), 'identity'],
  [sdkError('InvalidClientTokenId', 403), 'identity'],
  [sdkError('UnrecognizedClientException', 400), 'identity'],
  [sdkError('CredentialsProviderError'), 'identity'],
  [networkError('ECONNREFUSED'), 'unreachable'],
  [networkError('ENOTFOUND'), 'no-endpoint'],
  [new AggregateError([networkError('ECONNREFUSED')]), 'unreachable'],
  [sdkError('TimeoutError'), 'unreachable'],
  [sdkError('InternalFailure', 500), 'failed'],
  [new TypeError('made up'), 'failed'],
];

for (const [error, kind] of CASES) {
  const { code } = classifyError(error);
  test(`${code} is ${kind}`, () => expect(classifyError(error).kind).toBe(kind));
}

test('a refusal tells its layer, and no other error does', () => {
  const says = (name: string, status: number) =>
    Object.assign(sdkError(name, status), {
      message:
        'User: u is not authorized to perform: a:B because no service control policy allows the a:B action',
    });
  expect(classifyError(says('AccessDeniedException', 400)).layer).toBe('scp');
  expect(classifyError(says('ExpiredToken', 403)).layer).toBe('credentials');
  expect(classifyError(says('InternalFailure', 500))).not.toHaveProperty('layer');
  expect(classifyError(sdkError('AccessDenied', 403))).not.toHaveProperty('layer');
});

test('what is no error at all is a failure', () => {
  expect(classifyError('oops')).toEqual({ kind: 'failed', code: 'Unknown', message: 'oops' });
});
