// Sessions take no more memory for a thousand accounts than for two hundred.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '@/lib/aws/caller';
import { ClientPool } from '@/lib/aws/client-pool';
import { AccountSessions, REMEMBERED_SESSIONS } from './account-sessions';

let server: Server;
let asked = 0;
const own = { accessKeyId: 'AKIAOURS', secretAccessKey: 's' };
const caller: Caller = {
  account: '999999999999',
  arn: 'arn:aws:iam::999999999999:user/u',
  partition: 'aws',
  credentials: async () => own,
};

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    asked += 1;
    const until = '2099-01-01T00:00:00Z';
    response.setHeader('content-type', 'text/xml');
    response.end(
      `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${until}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  delete process.env.AWS_ENDPOINT_URL;
  server.close();
});

test('an account is entered once while it is remembered, and once more after two hundred others', async () => {
  const pool = new ClientPool(process.env);
  const request = {
    accounts: [],
    regions: [],
    concurrency: 20,
    roleName: 'HatstackRead',
    sessionName: 'hatstack',
  };
  const sessions = new AccountSessions(request, caller, pool);
  const enter = async (number: number) => {
    const session = await sessions.open(String(100_000_000_000 + number));
    expect(session.kind).toBe('open');
  };
  for (let number = 0; number <= REMEMBERED_SESSIONS; number += 1) await enter(number);
  for (let number = 1; number <= REMEMBERED_SESSIONS; number += 1) await enter(number);
  expect(asked).toBe(REMEMBERED_SESSIONS + 1);
  await enter(0);
  expect(asked).toBe(REMEMBERED_SESSIONS + 2);
  pool.close();
});
