// The change as the AWS CDK in TypeScript: the statements that are added, where the construct is made.

import type { PolicyPlace } from '@/lib/model/overlay';
import { arnName, parseArn } from '@/lib/names/arn';
import type { FixFormat } from '../fix-format';

export const cdk: FixFormat = {
  id: 'cdk',
  title: 'CDK',
  extension: 'ts',
  print({ place, added, removed = [] }) {
    const target = targetOf(place);
    if (target === null) return null;
    const lines = added.map((statement) => {
      const body = JSON.stringify(statement, null, 2).replaceAll('\n', '\n  ');
      return `${target.call}(\n  iam.PolicyStatement.fromJson(${body}),\n);`;
    });
    const instead =
      removed.length === 0
        ? ''
        : '// In place of the statement that allows more: find where the stack adds that one.\n';
    return `// ${target.note}\n${instead}import * as iam from 'aws-cdk-lib/aws-iam';\n\n${lines.join('\n')}\n`;
  },
};

interface Target {
  readonly note: string;
  readonly call: string;
}

const OWN = 'Where the stack makes it: on a construct that was imported by its ARN the call changes nothing.';

/** @see https://docs.aws.amazon.com/cdk/v2/guide/permissions.html (read 2026-11-27) */
function targetOf(place: PolicyPlace): Target | null {
  switch (place.kind) {
    case 'trust':
      return {
        note: `The role ${arnName(place.role)}. ${OWN}`,
        call: 'role.assumeRolePolicy?.addStatements',
      };
    case 'inline':
      return {
        note: `The ${parseArn(place.owner)?.resource.startsWith('user/') === true ? 'user' : 'role'} ${arnName(place.owner)}.`,
        call: 'role.addToPrincipalPolicy',
      };
    case 'managed':
      return { note: `The managed policy ${arnName(place.policy)}. ${OWN}`, call: 'policy.addStatements' };
    case 'bucket':
      return { note: `The bucket ${arnName(place.bucket)}. ${OWN}`, call: 'bucket.addToResourcePolicy' };
    case 'key':
      return { note: `The key ${arnName(place.key)}. ${OWN}`, call: 'key.addToResourcePolicy' };
    case 'resource': {
      const construct = CONSTRUCTS[parseArn(place.resource)?.service ?? ''];
      if (construct === undefined) return null;
      return {
        note: `The ${construct} ${arnName(place.resource)}. ${OWN}`,
        call: `${construct}.addToResourcePolicy`,
      };
    }
    case 'guardrail':
      return null;
  }
}

/** Constructs to whose policy statements can be added. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  sns: 'topic',
  ecr: 'repository',
  secretsmanager: 'secret',
};
