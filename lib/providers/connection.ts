// The right to use a connection, which AWS has renamed: the old and the new prefix of the IAM action.
import { known } from '@/lib/iam/context';
import { parseArn } from '@/lib/names/arn';
import type { StatedNeed } from './action-provider';
import { type ConfiguredName, openBy } from './configuration';
import { needsFor } from './need';

const OLD = 'codestar-connections';
const NEW = 'codeconnections';
const DOUBT =
  'AWS’s pages disagree whether codestar-connections:UseConnection is enough for a connection of the new name';

interface Use {
  readonly connection: ConfiguredName;
  /** What the request asks for, by the name of the context key without its prefix. */
  readonly asks: { readonly [key: string]: string };
  readonly because: string;
  readonly source: string;
}

/** What using the connection takes. The prefix of the action follows the service in the ARN: `codestar-connections` before July 2024,
 *  `codeconnections` since. Of a connection of the new name AWS's pages do not agree whether the old prefix lets it be used, which is
 *  all that the AWS CDK grants: an allow on that alone counts as not known. Never throws.
 *  @see https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/dtconsole/latest/userguide/security_iam_id-based-policy-examples-connections.html (read 2026-11-27) */
export function connectionNeeds({ connection, asks, because, source }: Use): readonly StatedNeed[] {
  const parts = parseArn(connection.text);
  const notAnArn =
    parts === null && connection.cannotTell === undefined
      ? { cannotTell: `ConnectionArn \`${connection.text}\` is not an ARN` }
      : {};
  const needs = (prefix: string, essential: boolean): readonly StatedNeed[] =>
    needsFor([`${prefix}:UseConnection`], connection.text, {
      because,
      source,
      essential,
      context: Object.fromEntries(
        Object.entries(asks).map(([key, value]) => [`${prefix}:${key}`, known(value)]),
      ),
      open: { ...openBy(connection), ...notAnArn },
    });
  if (parts?.service !== NEW) return needs(OLD, true);
  const oneOf = 'use-connection';
  return [
    ...needs(NEW, false).map((one) => ({ ...one, oneOf })),
    ...needs(OLD, false).map((one) => ({ ...one, oneOf, doubtOfAllow: DOUBT })),
  ];
}
