import { expect, test } from 'vitest';
import { fileLayer } from './file-layer';

const read = (...lines: readonly string[]) =>
  fileLayer('hatstack.yaml', ['serve:', ...lines.map((line) => `  ${line}`)].join('\n'));

test('the table becomes the variables that say the same', () => {
  expect(
    read(
      'port: 4000',
      'login: oidc',
      'allowed-hosts: [a.example, b.example]',
      'oidc-roles: [platform=operator]',
    ),
  ).toMatchObject({
    serve: {
      PORT: '4000',
      HATSTACK_LOGIN: 'oidc',
      HATSTACK_HOSTS: 'a.example,b.example',
      HATSTACK_OIDC_ROLES: 'platform=operator',
    },
  });
});

test.each([
  ['logins: token', /hatstack\.yaml:2: there is no key `logins`: did you mean `login`\?/],
  ['host: [a, b]', /:2: `host` takes one value, not several/],
  ['host:', /:2: `host` has no value/],
  ['token: abc', /:2: `token` is a secret: give it in the environment, as HATSTACK_TOKEN/],
  ['oidc-client-secret: abc', /as HATSTACK_OIDC_CLIENT_SECRET/],
])('a mistake is one line: %s', (line, problem) => {
  expect(read(line)).toMatchObject({ kind: 'problem', problem: expect.stringMatching(problem) });
});
