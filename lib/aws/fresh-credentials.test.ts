import { expect, test } from 'vitest';
import { AwsProblem } from './aws-problem';
import { remembered } from './credential-source';
import { withFreshCredentials } from './fresh-credentials';

const sdkError = (name: string, message = 'made up') => Object.assign(new Error(message), { name });

/** Credentials of which the first few sets are not accepted any more. */
function world(expired: number, isStart: boolean, name = 'ExpiredTokenException') {
  let given = 0;
  const source = remembered(async () => {
    given += 1;
    return { accessKeyId: `key-${given}`, secretAccessKey: 's' };
  }, isStart);
  const send = async () => {
    const { accessKeyId } = await source();
    if (Number(accessKeyId.slice(4)) <= expired) throw sdkError(name);
    return accessKeyId;
  };
  return { source, send };
}

test.each(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'])(
  'credentials that ran out (%s) are fetched anew, and nobody notices',
  async (name) => {
    const { source, send } = world(1, true, name);
    await expect(withFreshCredentials(source, send)).resolves.toBe('key-2');
  },
);

test('start credentials that cannot be renewed end the scan with one line that says what to do', async () => {
  const { source, send } = world(9, true);
  const problem = await withFreshCredentials(source, send).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(AwsProblem);
  expect(String(problem)).toMatch(
    /ran out \(ExpiredTokenException\).*could not be renewed: log in again[^\n]*$/,
  );
});

test('so does a session that the provider cannot renew', async () => {
  const source = remembered(
    async () => Promise.reject(sdkError('TokenProviderError', 'Token is expired')),
    true,
  );
  await expect(withFreshCredentials(source, source)).rejects.toBeInstanceOf(AwsProblem);
});

test('what ran out in one account only is a matter of that account', async () => {
  const { source, send } = world(9, false);
  await expect(withFreshCredentials(source, send)).rejects.toThrow(
    expect.objectContaining({ name: 'ExpiredTokenException' }),
  );
});

test('a clock that stays wrong is told as what it is, not as a refusal', async () => {
  const { source } = world(0, true);
  for (const error of [
    sdkError('RequestTimeTooSkewed'),
    sdkError(
      'InvalidSignatureException',
      'Signature expired: 20261127T050000Z is now earlier than 20261127T060000Z',
    ),
    sdkError('SignatureDoesNotMatch', 'Signature not yet current: 20261127T070000Z is still later'),
  ]) {
    const problem = await withFreshCredentials(source, async () => Promise.reject(error)).catch(
      (thrown: unknown) => thrown,
    );
    expect(problem).toBeInstanceOf(AwsProblem);
    expect(String(problem)).toContain('set its clock');
  }
});

test('any other error is passed on, after one try', async () => {
  const { source } = world(0, true);
  let tries = 0;
  const send = async () => {
    tries += 1;
    throw sdkError('AccessDenied');
  };
  await expect(withFreshCredentials(source, send)).rejects.toThrow(
    expect.objectContaining({ name: 'AccessDenied' }),
  );
  expect(tries).toBe(1);
});
