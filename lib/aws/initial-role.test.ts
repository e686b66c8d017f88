import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { roleCredentials } from './assume-role';
import { ClientPool } from './client-pool';
import { throughInitialRole } from './initial-role';

const HUB = 'arn:aws-us-gov:iam::111111111111:role/team/hub';
const CALLER = {
  account: '999999999999',
  arn: 'arn:aws-us-gov:iam::999999999999:user/u',
  partition: 'aws-us-gov',
  credentials: async () => ({ accessKeyId: 'AKIASTART', secretAccessKey: 's' }),
};

/** What STS was asked, and with whose key. */
let asked: {
  readonly key: string | undefined;
  readonly role: string | null;
  readonly externalId: string | null;
}[];
let refused = '';
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const form = new URLSearchParams(body);
    const role = form.get('RoleArn');
    const key = request.headers.authorization?.match(/Credential=(\w+)/)?.[1];
    asked.push({ key, role, externalId: form.get('ExternalId') });
    const isRefused = role === refused;
    response.writeHead(isRefused ? 403 : 200, { 'content-type': 'text/xml' });
    response.end(
      isRefused
        ? '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>'
        : `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAOF${role?.split('/').at(-1)?.toUpperCase()}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
    );
  });
});

let pool: ClientPool;
beforeEach(async () => {
  asked = [];
  refused = '';
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  pool = new ClientPool(process.env);
});
afterEach(() => {
  pool.close();
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

test('the roles of the accounts are put on with the credentials of the initial role, not with ours', async () => {
  const chained = await throughInitialRole(
    pool,
    CALLER,
    'us-gov-west-1',
    { arn: HUB, externalId: 'hub-id' },
    'hatstack',
  );
  expect(chained).toMatchObject({
    account: '111111111111',
    arn: 'arn:aws-us-gov:sts::111111111111:assumed-role/hub/hatstack',
    partition: 'aws-us-gov',
  });
  const place = { account: 'caller', region: 'us-gov-west-1', service: 'sts' } as const;
  const sts = pool.client(place, chained.credentials, (config) => new STSClient(config));
  const roleArn = 'arn:aws-us-gov:iam::222222222222:role/Read';
  await roleCredentials(sts, chained.credentials, { roleArn, sessionName: 'hatstack' })();
  expect(asked).toEqual([
    { key: 'AKIASTART', role: HUB, externalId: 'hub-id' },
    { key: 'ASIAOFHUB', role: roleArn, externalId: null },
  ]);
});

test('an initial role that refuses is one line with what to check', async () => {
  refused = HUB;
  await expect(throughInitialRole(pool, CALLER, 'us-gov-west-1', { arn: HUB }, 'hatstack')).rejects.toThrow(
    `\`${CALLER.arn}\` cannot put on the initial role \`${HUB}\` (AccessDenied): check its name, its trust policy and --initial-external-id`,
  );
});
