import { expect, test } from 'vitest';
import { serviceCalls } from './call-reasons';
import { collectors } from './collectors/index';
import { readOnlyPolicy } from './permissions-document';

test('every service that a scan asks has a reason', () => {
  expect(serviceCalls(collectors).filter(({ why }) => why === null)).toEqual([]);
});

test('the permissions are those of the read-only role', () => {
  const listed = serviceCalls(collectors).flatMap(({ permissions }) => permissions);
  expect(listed).toEqual(readOnlyPolicy(collectors).Statement.flatMap(({ Action }) => Action));
});
