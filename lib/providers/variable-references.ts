// Environment variables that are references: parameters of Parameter Store and secrets of Secrets Manager.
import type { VariableReference } from '@/lib/model/service-resource';
import { type AccountId, type Arn, arnAccount, parseArn } from '@/lib/names/arn';
import type { Call } from './action-provider';
import { needsFor } from './need';

interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly source: string;
}

/** One call for each parameter or secret that a variable names. Never throws.
 *  @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html (read 2026-11-24) */
export function readReferences(references: readonly VariableReference[], place: Place): readonly Call[] {
  const calls = new Map<string, Call>();
  for (const reference of references) {
    if (reference.value === '') continue;
    const call =
      reference.type === 'PARAMETER_STORE' ? readParameter(reference, place) : readSecret(reference, place);
    calls.set(call.target.arn ?? reference.value, call);
  }
  return [...calls.values()];
}

function readParameter({ name, value }: VariableReference, place: Place): Call {
  const { partition, region, account, source } = place;
  const arn =
    parseArn(value) === null
      ? `arn:${partition}:ssm:${region}:${account}:parameter/${value.replace(/^\//, '')}`
      : value;
  const open = openVariable(name, value);
  return {
    kind: 'calls',
    target: { kind: 'parameter', name: value, arn, account: arnAccount(arn), region, job: 'parameter' },
    needs: needsFor(['ssm:GetParameters'], arn, {
      because: `The variable ${name} takes its value from this parameter.`,
      source,
      open,
    }),
  };
}

/** `secret-id:json-key:version-stage:version-id`, where the id is a name or an ARN. AWS adds six characters to a name, which
 *  are not known from the name alone.
 *  @see https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.secrets-manager (read 2026-11-24) */
function readSecret({ name, value }: VariableReference, place: Place): Call {
  const { partition, region, account, source } = place;
  const id = parseArn(value) === null ? (value.split(':')[0] ?? '') : value.split(':').slice(0, 7).join(':');
  const arn =
    parseArn(id) === null ? `arn:${partition}:secretsmanager:${region}:${account}:secret:${id}-??????` : id;
  return {
    kind: 'calls',
    target: {
      kind: 'secret',
      name: parseArn(id) === null ? id : (id.split(':')[6] ?? id),
      arn,
      account: arnAccount(arn),
      region,
      job: 'secret',
    },
    needs: needsFor(['secretsmanager:GetSecretValue'], arn, {
      because: `The variable ${name} takes its value from this secret.`,
      source,
      open: { ...openVariable(name, value), ...keyOfSecret(arn, account) },
    }),
  };
}

/** A secret of another account is encrypted with a key of that account, which must let the role decrypt as well.
 *  @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html (read 2026-11-27) */
function keyOfSecret(arn: Arn, account: AccountId): { readonly doubtOfAllow?: string } {
  return arnAccount(arn) === account
    ? {}
    : { doubtOfAllow: 'which key encrypts the secret, and whom it lets decrypt, is not read' };
}

function openVariable(name: string, value: string): { readonly cannotTell?: string } {
  return value.includes('#{')
    ? {
        cannotTell: `${name} holds a variable, \`${value}\`, whose value is known only when the pipeline runs`,
      }
    : {};
}
