// What the read-only role must be allowed, worked out from what the collectors declare.
import { sortedBy } from '@/lib/base/sort';
import type { Collector } from './collector';

export interface ReadOnlyPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
  }[];
}

/** The identity policy of the role that is put on in each account: exactly the declared calls. Never throws. */
export function readOnlyPolicy(collectors: readonly Collector[]): ReadOnlyPolicy {
  const permissions = collectors.flatMap(({ calls }) => calls.map(({ permission }) => permission));
  const Action = [...new Set(permissions)].sort();
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: 'HatstackReads', Effect: 'Allow', Action, Resource: '*' }],
  };
}

const SCOPES: { readonly [scope in Collector['scope']]: string } = {
  organization: 'once',
  account: 'in each account',
  region: 'in each account and region',
};

const FINDINGS: { readonly [finds in NonNullable<Collector['finds']>]: string } = {
  'enabled-regions': 'in each account, where no region is named or one that must be opted into',
  'tagged-accounts': 'once, where accounts are chosen by tag',
};

function whenAsked({ scope, finds }: Collector): string {
  return finds === undefined ? SCOPES[scope] : FINDINGS[finds];
}

/** The text of docs/permissions.md. Never throws. */
export function permissionsDocument(collectors: readonly Collector[]): string {
  return [
    '# What a scan may read',
    '',
    'Generated from what the collectors in `lib/scan/collectors/` declare; `npm run golden` writes it anew.',
    'A collector can make no call that it does not declare, and all of them only read settings: no object, secret, log event or code.',
    '',
    '## The role in each account',
    '',
    '```json',
    JSON.stringify(readOnlyPolicy(collectors), null, 2),
    '```',
    '',
    '`hatstack role` prints it as CloudFormation and as Terraform; [scanning.md](scanning.md) says how to roll it out.',
    'Let it trust the account in which the scan starts, with an external id of your own:',
    '',
    '```json',
    JSON.stringify(TRUST, null, 2),
    '```',
    '',
    'The credentials that start the scan need `sts:AssumeRole` on that role in every account, and nothing else.',
    'Where the role is missing in their own account, they are used there themselves.',
    '`sts:GetCallerIdentity` needs no permission.',
    '',
    'The `organizations` calls work in the management account and in an account to which administration of a service was delegated.',
    'They are made from the account in which the scan starts and, where that one is refused, from the management account if it is among those read.',
    'Where neither may, they become gaps, and what a service control policy forbids cannot be told.',
    'A key is readable only where its key policy lets IAM policies decide, as the default one does.',
    '',
    '## Which call needs what',
    '',
    '| call | permission | when |',
    '|---|---|---|',
    ...new Set(
      sortedBy(collectors, ({ service }) => service).flatMap((collector) =>
        sortedBy(collector.calls, ({ name }) => name).map(
          ({ name, permission }) => `| \`${name}\` | \`${permission}\` | ${whenAsked(collector)} |`,
        ),
      ),
    ),
    '',
  ].join('\n');
}

const TRUST = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'choose-your-own' } },
    },
  ],
};
