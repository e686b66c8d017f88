// Whether each value of an option looks as it must.
import { accountPair } from './account-roles';
import type { Given } from './layer';
import { readSchedule } from './schedule';
import {
  ACCOUNT,
  CONCURRENCY,
  COUNT,
  EXTERNAL_ID,
  REGION,
  ROLE_ARN,
  ROLE_NAME,
  SESSION_NAME,
  TAG,
  UNIT,
} from './shapes';

/** What is wrong with what was given for the option, with its place; null where nothing is. Never throws. */
export function mistakeIn(key: string, given: Given | undefined): string | null {
  const check = TAKES[key];
  if (check === undefined || given === undefined) return null;
  for (const [at, value] of given.values.entries()) {
    const said = value === '' ? 'has no value: give one, or leave it out' : check(value);
    if (said === null) continue;
    const name = given.name === '' ? '' : value === '' ? `${given.name} ` : `${given.name}: `;
    return `${given.places?.[at] ?? given.place}${name}${said}`;
  }
  return null;
}

const accountId = (value: string) =>
  ACCOUNT.test(value) ? null : `\`${value}\` is no account id: give its twelve digits, without dashes`;
const externalId = (value: string) =>
  EXTERNAL_ID.test(value) ? null : 'the external id must be 2 to 1224 letters, digits or `+=,.@:/-`';

const pairOf = (check: (value: string) => string | null, what: string) => (text: string) => {
  const { account, value } = accountPair(text);
  if (!text.includes('=')) return `\`${text}\` is no pair: give ACCOUNT=${what}`;
  return accountId(account) ?? check(value);
};
const roleName = (value: string) => {
  if (value.startsWith('arn:'))
    return `\`${value}\` is an ARN: give the role's name alone, since each account has a role of that name`;
  return ROLE_NAME.test(value) ? null : `\`${value}\` is no role name`;
};

const count = (value: string) =>
  COUNT.test(value) ? null : `\`${value}\` is no number: give 1 or more, in digits`;

const TAKES: { readonly [key: string]: (value: string) => string | null } = {
  accounts: accountId,
  include: accountId,
  exclude: accountId,
  'external-id': externalId,
  'initial-external-id': externalId,
  regions: (value) =>
    REGION.test(value) ? null : `\`${value}\` is no region: give its code, such as \`us-east-1\``,
  ous: (value) =>
    UNIT.test(value)
      ? null
      : `\`${value}\` is no organizational unit: give its id, such as \`ou-ab12-cdef3456\`, or that of the root`,
  tags: (value) => (TAG.test(value) ? null : `\`${value}\` is no tag: give KEY=VALUE`),
  'initial-role': (value) =>
    ROLE_ARN.test(value) ? null : `\`${value}\` is no role: give its whole ARN, since it is put on first`,
  'role-name': roleName,
  'account-roles': pairOf(roleName, 'ROLE'),
  'account-external-ids': pairOf(externalId, 'ID'),
  keep: count,
  webhooks: (value) =>
    /^https?:\/\/[^\s/]+/.test(value) && URL.canParse(value)
      ? null
      : 'a webhook is a whole address, such as `https://hooks.example/…`',
  schedule: (value) =>
    readSchedule(value) === null
      ? `\`${value}\` is no schedule: give \`every 6h\`, from 15m to 168h, or \`at 02:00, 14:00\`, in UTC`
      : null,
  'keep-days': count,
  concurrency: (value) =>
    CONCURRENCY.test(value) ? null : `\`${value}\` is no number of calls: give one from 1 to 200`,
  'session-name': (value) =>
    SESSION_NAME.test(value)
      ? null
      : `\`${value}\` is no session name: give 2 to 64 letters, digits or \`+=,.@-\``,
};
