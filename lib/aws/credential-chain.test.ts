// Every place in which the AWS tools keep credentials works here too, since the SDK's own chain looks for them.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findCaller } from './caller';

const UNTIL = '2099-01-01T00:00:00Z';
const role = (key: string) =>
  `<Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${UNTIL}</Expiration></Credentials>`;
const result = (operation: string, body: string) =>
  `<${operation}Response><${operation}Result>${body}</${operation}Result></${operation}Response>`;

let home = '';
let endpoint = '';
let server: Server;

/** STS, the portal of single sign-on, and the two metadata services, in one. */
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'hatstack-chain-'));
  mkdirSync(join(home, '.aws'));
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const key = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? 'NOBODY';
    const json = (value: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (request.url?.startsWith('/container'))
      return json({ AccessKeyId: 'ASIACONTAINER', SecretAccessKey: 's', Token: 't', Expiration: UNTIL });
    if (request.url?.startsWith('/latest/api/token'))
      return response.setHeader('x-aws-ec2-metadata-token-ttl-seconds', '21600').end('token');
    if (/security-credentials(-extended)?\/$/.test(request.url ?? '')) return response.end('machine-role');
    if (/security-credentials(-extended)?\/machine-role$/.test(request.url ?? ''))
      return json({
        Code: 'Success',
        AccessKeyId: 'ASIAINSTANCE',
        SecretAccessKey: 's',
        Token: 't',
        Expiration: UNTIL,
      });
    if (request.url?.startsWith('/federation/credentials'))
      return json({
        roleCredentials: {
          accessKeyId: 'ASIASSO',
          secretAccessKey: 's',
          sessionToken: 't',
          expiration: Date.parse(UNTIL),
        },
      });
    response.setHeader('content-type', 'text/xml');
    if (body.includes('AssumeRoleWithWebIdentity'))
      return response.end(result('AssumeRoleWithWebIdentity', role('ASIAWEB')));
    if (body.includes('Action=AssumeRole&')) return response.end(result('AssumeRole', role(`ASIAOF${key}`)));
    const identity = `<Arn>arn:aws:iam::111111111111:user/${key}</Arn><UserId>U</UserId><Account>111111111111</Account>`;
    return response.end(result('GetCallerIdentity', identity));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  vi.stubEnv('HOME', home);
  vi.stubEnv('AWS_CONFIG_FILE', join(home, '.aws', 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, '.aws', 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true, force: true });
});

const configured = (text: string) => writeFileSync(join(home, '.aws', 'config'), text);
const STATIC = 'aws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n';

const SOURCES: readonly (readonly [what: string, prepare: () => void, key: string, profile?: string])[] = [
  [
    'the environment',
    () => {
      vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENV');
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 's');
    },
    'AKIAENV',
  ],
  ['a profile', () => configured(`[profile ours]\n${STATIC}`), 'AKIAPROFILE', 'ours'],
  [
    'a profile that puts on a role of its own',
    () =>
      configured(
        `[profile base]\n${STATIC}\n[profile ours]\nsource_profile = base\nrole_arn = arn:aws:iam::111111111111:role/hub\n`,
      ),
    'ASIAOFAKIAPROFILE',
    'ours',
  ],
  [
    'a program that prints them',
    () =>
      configured(
        `[profile ours]\ncredential_process = echo '{"Version":1,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"s"}'\n`,
      ),
    'AKIAPROCESS',
    'ours',
  ],
  [
    'web identity, as in CI and in Kubernetes',
    () => {
      writeFileSync(join(home, 'token'), 'a.b.c');
      vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', join(home, 'token'));
      vi.stubEnv('AWS_ROLE_ARN', 'arn:aws:iam::111111111111:role/ci');
    },
    'ASIAWEB',
  ],
  [
    'single sign-on',
    () => {
      configured(
        '[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\n[profile ours]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = Reader\n',
      );
      const cache = join(home, '.aws', 'sso', 'cache');
      mkdirSync(cache, { recursive: true });
      const file = createHash('sha1').update('corp').digest('hex');
      writeFileSync(join(cache, `${file}.json`), JSON.stringify({ accessToken: 't', expiresAt: UNTIL }));
    },
    'ASIASSO',
    'ours',
  ],
  [
    'a container',
    () => vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', `${endpoint}/container`),
    'ASIACONTAINER',
  ],
  [
    'the role of an instance',
    () => {
      vi.stubEnv('AWS_EC2_METADATA_DISABLED', undefined);
      vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', endpoint);
    },
    'ASIAINSTANCE',
  ],
];

for (const [what, prepare, key, profile] of SOURCES)
  test(`credentials are found in ${what}`, { timeout: 20_000 }, async () => {
    prepare();
    const warn = vi.spyOn(console, 'warn');
    const caller = await findCaller(process.env, 'us-east-1', profile);
    expect(caller.arn).toBe(`arn:aws:iam::111111111111:user/${key}`);
    // The SDK would remark on what is no matter of the person who scans.
    expect(warn).not.toHaveBeenCalled();
  });
