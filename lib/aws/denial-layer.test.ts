import { expect, test } from 'vitest';
import type { DenialLayer } from '@/lib/names/denial-layer';
import { denialLayer } from './denial-layer';

const ROLE = 'arn:aws:sts::111111111111:assumed-role/HatstackRead/hatstack';
const refusal = (why: string, resource = 'arn:aws:kms:eu-west-1:111111111111:key/k') =>
  `User: ${ROLE} is not authorized to perform: kms:DescribeKey on resource: ${resource} ${why}`;
const none = (policy: string) => `because no ${policy} allows the kms:DescribeKey action`;
const deny = (policy: string) => `with an explicit deny in a ${policy}`;

const CASES: readonly (readonly [why: string, layer: DenialLayer | undefined])[] = [
  [none('identity-based policy'), 'identity'],
  [deny('identity-based policy').replace(' a ', ' an '), 'identity-deny'],
  [none('service control policy'), 'scp'],
  [deny('service control policy'), 'scp'],
  [deny('service control policy: arn:aws:organizations::1:policy/o-a/service_control_policy/p-a'), 'scp'],
  [deny('resource control policy'), 'rcp'],
  [none('resource-based policy'), 'resource'],
  [deny('resource-based policy'), 'resource'],
  [none('permissions boundary'), 'boundary'],
  [deny('permissions boundary'), 'boundary'],
  [none('session policy'), 'session'],
  [deny('session policy'), 'session'],
  [none('VPC endpoint policy'), 'endpoint'],
  [deny('VPC endpoint policy'), 'endpoint'],
  [none('role trust policy'), 'trust'],
  ['with an explicit deny in the role trust policy', 'trust'],
  ['', undefined],
  ['because of something new', undefined],
];

test.each(CASES)('refused %s: %s', (why, layer) => {
  expect(denialLayer(refusal(why))).toBe(layer);
});

test('Organizations refuses a member account, which no statement cures', () => {
  expect(denialLayer("You don't have permissions to access this resource.")).toBe('organization');
});

test('a resource that is called like a reason is no reason', () => {
  const named = 'arn:aws:s3:::because no session policy with an explicit deny in a service control policy';
  expect(denialLayer(refusal(none('identity-based policy'), named))).toBe('identity');
});

test('a bare "Access Denied" tells no layer', () => {
  expect(denialLayer('Access Denied')).toBeUndefined();
});
