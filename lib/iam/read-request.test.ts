// What the forms of a principal and of a context value are read as.
import { describe, expect, it } from 'vitest';
import { readPrincipal } from './read-principal';
import { readRequest } from './read-request';

const A = '111111111111';
const read = (text: string, action = 's3:GetObject', context = {}) =>
  readPrincipal(text, null, action, context);

describe('readPrincipal', () => {
  it.each([
    [`arn:aws:iam::${A}:role/path/app`, { kind: 'role', arn: `arn:aws:iam::${A}:role/path/app`, account: A }],
    [`arn:aws:iam::${A}:user/u`, { kind: 'user', arn: `arn:aws:iam::${A}:user/u`, account: A }],
    [`arn:aws-cn:iam::${A}:root`, { kind: 'root', account: A, partition: 'aws-cn' }],
    [
      `arn:aws:sts::${A}:assumed-role/app/s`,
      { kind: 'role', arn: `arn:aws:iam::${A}:role/app`, account: A, sessionName: 's', isPathOpen: true },
    ],
    [
      `arn:aws:sts::${A}:federated-user/f`,
      { kind: 'federated-user', arn: `arn:aws:sts::${A}:federated-user/f`, account: A },
    ],
    ['codepipeline.amazonaws.com', { kind: 'service', service: 'codepipeline.amazonaws.com' }],
    [`arn:aws:iam::${A}:saml-provider/p`, { kind: 'saml', provider: `arn:aws:iam::${A}:saml-provider/p` }],
    [
      `arn:aws:iam::${A}:oidc-provider/x.com`,
      { kind: 'web-identity', provider: `arn:aws:iam::${A}:oidc-provider/x.com` },
    ],
    ['accounts.google.com', { kind: 'web-identity', provider: 'accounts.google.com' }],
    ['*', { kind: 'anonymous' }],
    [`arn:aws:iam::${A}:group/g`, null],
    ['arn:aws:s3:::b', null],
    ['nobody', null],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('takes Cognito for a provider where its callers ask', () => {
    const cognito = 'cognito-identity.amazonaws.com';
    expect(read(cognito)?.kind).toBe('service');
    expect(read(cognito, 'sts:AssumeRoleWithWebIdentity')?.kind).toBe('web-identity');
  });

  it('takes the path of a session’s role from the context', () => {
    const arn = `arn:aws:iam::${A}:role/team/app`;
    const context = { 'aws:principalarn': { kind: 'known', values: [arn] } } as const;
    expect(read(`arn:aws:sts::${A}:assumed-role/app/s`, 'a:b', context)).toMatchObject({ arn });
  });
});

describe('readRequest', () => {
  const line = {
    principal: `arn:aws:iam::${A}:role/app`,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/o',
  };

  it('tells apart what is known, absent, present and not known', () => {
    const context = {
      a: 'x',
      b: ['x', 'y'],
      c: 3,
      d: true,
      e: null,
      f: { unknown: true },
      g: { present: true },
      h: { present: true, prefix: 'x' },
    };
    const found = readRequest({ ...line, context });
    expect(found.kind === 'read' && found.request.context).toEqual({
      a: { kind: 'known', values: ['x'] },
      b: { kind: 'known', values: ['x', 'y'] },
      c: { kind: 'known', values: ['3'] },
      d: { kind: 'known', values: ['true'] },
      e: { kind: 'absent' },
      f: { kind: 'unknown' },
      g: { kind: 'present' },
      h: { kind: 'present', prefix: 'x' },
    });
  });

  it('takes what is left out for none, and knows what was not read', () => {
    const none = readRequest(line);
    expect(none.kind === 'read' && none.policies).toEqual({
      identity: [],
      boundary: null,
      session: null,
      resource: null,
      scp: null,
      rcp: null,
      endpoint: null,
    });
    const unread = readRequest({
      ...line,
      policies: { identity: { unknown: true }, scp: { unknown: true } },
    });
    expect(unread.kind === 'read' && unread.policies).toMatchObject({
      identity: [{ kind: 'unread', id: 'identity/0' }],
      scp: [[{ kind: 'unread', id: 'scp' }]],
    });
  });

  it.each([
    ['a policy of a type that there is not', { policies: { boundry: {} } }, '`policies` has no `boundry`'],
    ['a flag that is a text', { closed: 'true' }, '`closed` is neither true nor false'],
    ['a setting that is a text', { policies: { restrictPublicBuckets: 'true' } }, '`restrictPublicBuckets`'],
    [
      'one key in two spellings',
      { context: { 'aws:SourceIp': '1.1.1.1', 'AWS:sourceip': null } },
      'named twice',
    ],
    ['an ARN that is cut short', { resource: 'arn:aws:s3' }, 'neither an ARN nor'],
  ])('cannot read %s', (_what, more, message) => {
    const found = readRequest({ ...line, ...more });
    expect(found.kind === 'unreadable' && found.error).toContain(message);
  });

  it('takes an account that is null for one not given', () => {
    expect(readRequest({ ...line, principalAccount: null, resourceAccount: null }).kind).toBe('read');
  });

  it('is closed only when it says so', () => {
    const [open, closed] = [readRequest(line), readRequest({ ...line, closed: true })];
    expect([open, closed].map((one) => one.kind === 'read' && one.request.closed)).toEqual([false, true]);
  });
});
