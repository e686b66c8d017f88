// Drops secrets from what AWS said, before it is written anywhere.
import type { Json, JsonObject } from '@/lib/base/json';
import { isJsonObject } from '@/lib/base/json';
import { scrubSentence } from './scrub-text';
import { scrubAddress } from './scrub-url';
import { SCRUBBED } from './scrubbed';

const SECRET_NAME = /(token|password|passwd|passphrase|secret|api_?key|private_?key)$/i;
/** Where a name and its value stand side by side: tags, variables, what a webhook compares. */
const PAIRED = new Set(['value', 'Value', 'matchEquals']);
/** Lists of environment variables: of CodePipeline and CodeBuild, and of ECS, whose references stand in a list of their own. */
const VARIABLE_LISTS = new Set(['environmentVariables', 'environment']);
/** Values that people set as they like, where nothing tells a secret from a word: parameters and outputs of stacks, variables of
 *  pipelines, what is handed to functions and event targets, commands. */
const FREE_TEXTS = new Set([
  'ParameterValue',
  'ResolvedValue',
  'OutputValue',
  'defaultValue',
  'resolvedValue',
  'UserParameters',
  'Commands',
  'Input',
  'InputTemplate',
  'Sql',
  'GraphQLOperation',
]);
/** Lists of words of which any may be a secret: how containers and functions are started, what event targets are sent. */
const FREE_LISTS = new Set([
  'command',
  'entryPoint',
  'Command',
  'EntryPoint',
  'commands',
  'Sqls',
  'PathParameterValues',
]);
/** Sentences of AWS and of people: in the state and the history of a pipeline, in descriptions, for who approves. */
const SENTENCES = new Set([
  'message',
  'summary',
  'externalExecutionSummary',
  'disabledReason',
  'revisionSummary',
  'description',
  'Description',
  'CustomData',
]);
/** Maps whose names say enough: the environment of functions, what an action put out, labels and drivers of containers, headers of event targets. */
const FREE_MAPS = new Set([
  'Variables',
  'outputVariables',
  'dockerLabels',
  'driverOpts',
  'HeaderParameters',
  'QueryStringParameters',
]);

/** How a container logs, and through what. */
const LOG_ROUTES = new Set(['logConfiguration', 'firelensConfiguration']);
/** Parameters of a stack set's action: `Built::parameters.json` names a file, anything else says values.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-StackSets.html (read 2026-11-27) */
const FILE_OF_ARTIFACT = /^[\w@-]+::[^,={}]+$/;

/** The same answer without its secrets: values of fields named like a secret (also the approval token of
 *  GetPipelineState and a webhook's SecretToken), values of plain environment variables, also where they are JSON in a text
 *  (CodeBuild's `EnvironmentVariables`, CloudFormation's `ParameterOverrides`), the environment, commands and log options of
 *  functions and containers, inline build specifications, parameters and outputs of stacks, variables of pipelines, what is
 *  handed to functions and event targets, output variables of actions, what looks like a secret in a sentence, and user names,
 *  passwords and tokens in URLs.
 *  References into Secrets Manager and Parameter Store are names, not secrets, and stay. Never throws. */
export function scrub(data: Json): Json {
  if (typeof data === 'string') return scrubAddress(data);
  if (Array.isArray(data)) return data.map(scrub);
  if (!isJsonObject(data)) return data;
  if (isPlainVariable(data)) return { ...data, value: SCRUBBED };
  const named = data.name ?? data.Name ?? data.key ?? data.Key ?? data.jsonPath;
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
  if (FREE_LISTS.has(name) && Array.isArray(value)) return value.map(() => SCRUBBED);
  if (FREE_MAPS.has(name) && isJsonObject(value)) return scrubMap(value);
  if (LOG_ROUTES.has(name) && isJsonObject(value)) return scrubLogging(value);
  if (name === 'PipelineParameterList') return scrubPairs(value);
  if (typeof value !== 'string') return scrub(value);
  if (value === '') return value;
  if (SENTENCES.has(name)) return scrubSentence(value);
  if (FREE_TEXTS.has(name) || SECRET_NAME.test(name)) return SCRUBBED;
  if (name === 'buildspec' && /[\n{]/.test(value)) return SCRUBBED;
  if (name === 'EnvironmentVariables') return scrubJson(value, scrubVariables);
  if (name === 'ParameterOverrides') return scrubJson(value, scrubParameters);
  if (name === 'Parameters' && !FILE_OF_ARTIFACT.test(value)) return SCRUBBED;
  return scrubAddress(value);
}

/** Of the parameters that SageMaker is sent by a rule, the names stay. */
function scrubPairs(list: Json): Json {
  if (!Array.isArray(list)) return SCRUBBED;
  return list.map((pair: Json) => (isJsonObject(pair) ? { ...pair, Value: SCRUBBED } : SCRUBBED));
}

/** Names stay, values go. */
function scrubMap(map: JsonObject): Json {
  return Object.fromEntries(Object.keys(map).map((name) => [name, SCRUBBED]));
}

/** Other log drivers take tokens among their options; those of CloudWatch Logs are names.
 *  @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html (read 2026-11-27) */
function scrubLogging({ options, ...rest }: JsonObject): Json {
  if (!isJsonObject(options)) return scrub(options === undefined ? rest : { ...rest, options });
  const kept = Object.entries(options).map(([name, value]) => [
    name,
    name.startsWith('awslogs-') ? value : SCRUBBED,
  ]);
  return { ...(scrub(rest) as JsonObject), options: Object.fromEntries(kept) };
}

function scrubJson(text: string, clean: (json: Json) => Json): string {
  try {
    return JSON.stringify(clean(JSON.parse(text)));
  } catch {
    // Not JSON: nothing tells a secret from a word.
    return SCRUBBED;
  }
}

/** Values go; what takes a value from an artifact (`Fn::GetArtifactAtt`, `Fn::GetParam`) names it, and stays.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-parameter-override-functions.html (read 2026-11-27) */
function scrubParameters(parameters: Json): Json {
  if (!isJsonObject(parameters)) return SCRUBBED;
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, takesFromArtifact(value) ? value : SCRUBBED]),
  );
}

function takesFromArtifact(value: Json): boolean {
  const [only, ...others] = isJsonObject(value) ? Object.keys(value) : [];
  return others.length === 0 && (only === 'Fn::GetArtifactAtt' || only === 'Fn::GetParam');
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
