// A secret that stands in the configuration of a pipeline, where every reader of the pipeline sees it.
import { isJsonObject, type Json } from '@/lib/base/json';
import type { PipelineAction } from '@/lib/model/resource';
import type { Rule } from '../rule';

const SECRET_NAME = /(token|password|passwd|passphrase|secret|api_?key|private_?key)$/i;

export const plainSecretInPipeline: Rule = {
  id: 'plain-secret-in-pipeline',
  title: 'A pipeline holds a secret in plain text',
  severity: 'medium',
  marks: false,
  why: 'Everybody who may read the pipeline, its executions or the build reads the secret, and it stays in their history. Told from the names alone: a scan keeps no values of plain variables.',
  remedy:
    'Keep the value in Secrets Manager or Parameter Store and name it with the type SECRETS_MANAGER or PARAMETER_STORE.',
  example: {
    wide: '[{"name": "NPM_TOKEN", "value": "...", "type": "PLAINTEXT"}]',
    narrow: '[{"name": "NPM_TOKEN", "value": "build/npm-token", "type": "SECRETS_MANAGER"}]',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html',
  ],
  check: (judged) =>
    [...judged.inventory.pipelines.values()].flatMap((pipeline) =>
      pipeline.stages.flatMap((stage) =>
        stage.actions.flatMap((action) => {
          const { names, isReadable } = secretNames(action);
          if (names.length === 0 && isReadable) return [];
          const where = `${action.stage}/${action.name}`;
          return {
            subject: pipeline.arn,
            about: where,
            pipelines: [pipeline.arn],
            title: isReadable
              ? `${where} of ${pipeline.name} holds ${names.map((name) => `\`${name}\``).join(', ')} in plain text`
              : `${where} of ${pipeline.name} has variables that cannot be read`,
            certainty: isReadable ? ('shown' as const) : ('possible' as const),
            evidence: [],
            open: isReadable
              ? []
              : ['EnvironmentVariables is no JSON, so nothing tells a secret in it from a word'],
          };
        }),
      ),
    ),
};

/** Names of plain variables and parameters that are called like a secret. */
function secretNames({ configuration }: PipelineAction): {
  readonly names: readonly string[];
  readonly isReadable: boolean;
} {
  const variables = parsed(configuration.EnvironmentVariables);
  const list = Array.isArray(variables) ? variables : [];
  const plain = list.flatMap((one) =>
    isJsonObject(one) && (one.type === undefined || one.type === 'PLAINTEXT') && isSecret(one.name, one.value)
      ? String(one.name)
      : [],
  );
  const parameters = [configuration.ParameterOverrides, configuration.UserParameters].flatMap((text) => {
    const json = parsed(text);
    return isJsonObject(json)
      ? Object.entries(json).flatMap(([name, value]) => (isSecret(name, value) ? name : []))
      : [];
  });
  return {
    names: [...plain, ...parameters].sort(),
    isReadable: configuration.EnvironmentVariables === undefined || variables !== null,
  };
}

/** A value that a run fills in, or that names a secret kept elsewhere, is no secret in the configuration. */
function isSecret(name: Json | undefined, value: Json | undefined): boolean {
  if (typeof name !== 'string' || typeof value !== 'string' || value === '') return false;
  return SECRET_NAME.test(name) && !value.includes('#{') && !value.includes('{{resolve:');
}

function parsed(text: string | undefined): Json {
  try {
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
