import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { findCaller } from './caller';
import { remembered } from './credential-source';

afterEach(() => vi.unstubAllEnvs());

const REFUSED =
  '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>unknown token</Message></Error></ErrorResponse>';
const IDENTITY =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:user/u</Arn><UserId>U</UserId><Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

/** An STS that knows the credentials in some regions only. */
async function withSts<T>(knownIn: readonly string[], work: () => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const isKnown = knownIn.some((region) => request.headers.authorization?.includes(`/${region}/sts/`));
    response.writeHead(isKnown ? 200 : 403, { 'content-type': 'text/xml' });
    response.end(isKnown ? IDENTITY : REFUSED);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_PROFILE', undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAMADEUP');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'very-secret');
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  try {
    return await work();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('refused credentials are one line with what to do, and the line does not tell them', async () => {
  const problem = await withSts([], () =>
    findCaller(process.env, 'eu-west-1').catch((error: Error) => error.message),
  );
  expect(problem).toMatch(/^AWS does not accept these credentials \(InvalidClientTokenId\): [^\n]+$/);
  expect(problem).not.toContain('very-secret');
});

test('a region that the account has not opted into does not make the credentials wrong', async () => {
  const caller = await withSts(['us-east-1'], () => findCaller(process.env, 'ap-east-1'));
  expect(caller).toMatchObject({ account: '111111111111', partition: 'aws' });
});

test('credentials that cannot be fetched are told as such, with where they come from', async () => {
  const problem = (env: { readonly [name: string]: string }, profile?: string) => {
    for (const name of ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ENDPOINT_URL'])
      vi.stubEnv(name, undefined);
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    return findCaller(process.env, 'eu-west-1', profile).catch((error: Error) => error.message);
  };
  expect(await problem({}, 'nobody')).toMatch(
    /^no AWS credentials found in profile `nobody` \(.*\): check its name and its entries in ~\/.aws\/config/,
  );
  expect(await problem({ AWS_PROFILE: 'nobody' })).toContain('aws sso login --profile nobody');
  const role = 'arn:aws:iam::111111111111:role/ci';
  expect(await problem({ AWS_WEB_IDENTITY_TOKEN_FILE: '/none/here', AWS_ROLE_ARN: role })).toMatch(
    /^the web identity was not exchanged for AWS credentials \(ENOENT: .*\): check the file .*`arn:aws:iam::111111111111:role\/ci` trusts/,
  );
});

function source(expiresInMs: number | null) {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const expiration = expiresInMs === null ? {} : { expiration: new Date(Date.now() + expiresInMs) };
    return { accessKeyId: `key-${asked}`, secretAccessKey: 's', ...expiration };
  };
  return { ask, count: () => asked };
}

test('credentials are fetched once, however many ask at the same time', async () => {
  const { ask, count } = source(3_600_000);
  const credentials = remembered(ask);
  const all = await Promise.all([credentials(), credentials(), credentials()]);
  expect(new Set(all.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(['key-1']));
  await credentials();
  expect(count()).toBe(1);
});

test('credentials that expire soon are fetched again', async () => {
  const credentials = remembered(source(60_000).ask);
  expect((await credentials()).accessKeyId).toBe('key-1');
  expect((await credentials()).accessKeyId).toBe('key-2');
});

test('credentials without an end are kept', async () => {
  const { ask, count } = source(null);
  const credentials = remembered(ask);
  await credentials();
  await credentials();
  expect(count()).toBe(1);
});

test('a failure is not remembered', async () => {
  let isDown = true;
  const credentials = remembered(async () => {
    if (isDown) throw new Error('down');
    return { accessKeyId: 'a', secretAccessKey: 's' };
  });
  await expect(credentials()).rejects.toThrow('down');
  isDown = false;
  await expect(credentials()).resolves.toMatchObject({ accessKeyId: 'a' });
});
