// Drops secrets from what AWS said, before it is written anywhere.
import type { Json, JsonObject } from '@/lib/base/json';
import { isJsonObject } from '@/lib/base/json';
import { scrubSentence } from './scrub-text';
import { SCRUBBED } from './scrubbed';

const SECRET_NAME = /(token|password|passwd|passphrase|secret|api_?key|private_?key)$/i;
/** Where a name and its value stand side by side: tags, variables of a pipeline. */
const PAIRED = new Set(['value', 'Value', 'defaultValue']);
/** Lists of environment variables: of CodePipeline and CodeBuild, and of ECS, whose references stand in a list of their own. */
const VARIABLE_LISTS = new Set(['environmentVariables', 'environment']);
/** Parameters and outputs of stacks: nothing tells a secret among them from a word. */
const PLAIN_VALUES = new Set(['ParameterValue', 'OutputValue']);
/** Sentences of AWS and of people in the state and the history of a pipeline. */
const SENTENCES = new Set(['message', 'summary', 'externalExecutionSummary', 'disabledReason']);
/** Maps of names to values that a run made: nothing tells a secret among them from a word. */
const VALUE_MAPS = new Set(['Variables', 'outputVariables']);
const EMBEDDED_JSON = new Set(['EnvironmentVariables', 'ParameterOverrides', 'UserParameters']);

/** The same answer without its secrets: values of fields named like a secret (also the approval token of
 *  GetPipelineState and a webhook's SecretToken), and values of plain environment variables, also where they are JSON in
 *  a text (CodeBuild's `EnvironmentVariables`, CloudFormation's `ParameterOverrides`), the environment of functions and containers,
 *  inline build specifications, parameters and outputs of stacks, output variables of actions, and what looks like a secret in a
 *  sentence.
 *  References into Secrets Manager and Parameter Store are names, not secrets, and stay. Never throws. */
export function scrub(data: Json): Json {
  if (Array.isArray(data)) return data.map(scrub);
  if (!isJsonObject(data)) return data;
  if (isPlainVariable(data)) return { ...data, value: SCRUBBED };
  const named = data.name ?? data.Name ?? data.key ?? data.Key;
  const isSecret = typeof named === 'string' && SECRET_NAME.test(named) && !isReference(data);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      isSecret && PAIRED.has(name) && typeof value === 'string' ? SCRUBBED : scrubField(name, value),
    ]),
  );
}

function scrubField(name: string, value: Json): Json {
  if (VARIABLE_LISTS.has(name) && Array.isArray(value)) return scrubVariables(value);
  if (VALUE_MAPS.has(name) && isJsonObject(value)) return scrubMap(value);
  if (typeof value !== 'string') return scrub(value);
  if (PLAIN_VALUES.has(name) || (name === 'buildspec' && /[\n{]/.test(value))) return SCRUBBED;
  if (SENTENCES.has(name)) return scrubSentence(value);
  if (SECRET_NAME.test(name)) return value === '' ? value : SCRUBBED;
  return EMBEDDED_JSON.has(name) ? scrubText(name, value) : value;
}

/** The environment of a Lambda function, and what an action put out: names stay, values go. */
function scrubMap(map: JsonObject): Json {
  return Object.fromEntries(Object.keys(map).map((name) => [name, SCRUBBED]));
}

function scrubText(name: string, text: string): string {
  try {
    const json: Json = JSON.parse(text);
    return JSON.stringify(name === 'EnvironmentVariables' ? scrubVariables(json) : scrub(json));
  } catch {
    // Not JSON: nothing tells a secret from a word, so only an environment is dropped as a whole.
    return name === 'EnvironmentVariables' ? SCRUBBED : text;
  }
}

function scrubVariables(list: Json): Json {
  if (!Array.isArray(list)) return scrub(list);
  return list.map((variable: Json) =>
    isJsonObject(variable) && isPlain(variable) && 'value' in variable
      ? { ...variable, value: SCRUBBED }
      : scrub(variable),
  );
}

/** `{ name, value, type: 'PLAINTEXT' }`: the shape of an environment variable wherever it stands. */
function isPlainVariable(value: JsonObject): boolean {
  return value.type === 'PLAINTEXT' && 'name' in value && 'value' in value;
}

/** The value is the name of a secret or parameter kept elsewhere. */
function isReference(variable: JsonObject): boolean {
  return variable.type === 'SECRETS_MANAGER' || variable.type === 'PARAMETER_STORE';
}

/** PLAINTEXT is the type where none is given. @see https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_EnvironmentVariable.html (read 2026-11-24) */
function isPlain(variable: JsonObject): boolean {
  return variable.type === undefined || variable.type === 'PLAINTEXT';
}
