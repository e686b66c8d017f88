// Secrets that builds and commands of pipelines take their variables from, where an ARN names them.
import { isJsonObject, type Json } from '@/lib/base/json';
import { type Arn, parseArn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import { oncePerList } from './once-per-list';

/** The ARNs, without the key and version behind them. A bare name means a secret of the build's own account, whose policy can add
 *  nothing that the role's own could not. Never throws.
 *  @see https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.secrets-manager (read 2026-11-27) */
export const namedSecrets = oncePerList((facts: readonly Fact[]): readonly Arn[] => {
  const named = facts
    .filter(({ kind }) => kind === 'pipeline' || kind === 'build-project')
    .flatMap(({ data }) => secretsIn(data));
  const arns = named
    .filter((value) => !value.includes('#{') && parseArn(value)?.service === 'secretsmanager')
    .map((value) => value.split(':').slice(0, 7).join(':'));
  return [...new Set(arns)].sort();
});

/** Every reference, wherever it stands; those of a CodeBuild action are JSON in a text. */
function secretsIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  if (!isJsonObject(value)) return [];
  const own = value.type === 'SECRETS_MANAGER' && typeof value.value === 'string' ? [value.value] : [];
  const inText = typeof value.EnvironmentVariables === 'string' ? parsed(value.EnvironmentVariables) : [];
  return [...own, ...secretsIn(inText), ...Object.values(value).flatMap((one) => secretsIn(one ?? null))];
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return [];
  }
}
