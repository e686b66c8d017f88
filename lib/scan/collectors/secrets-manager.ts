// Reads who may use the secrets that builds take their variables from. Never a value: that call is not declared here.
import {
  GetResourcePolicyCommand,
  type GetResourcePolicyCommandInput,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { call, collector } from '../collector';
import { namedSecrets } from '../secret-references';

const getResourcePolicy = call(
  'secretsmanager:GetResourcePolicy',
  (secrets: SecretsManagerClient, input: GetResourcePolicyCommandInput) =>
    secrets.send(new GetResourcePolicyCommand(input)),
);

/** Facts `secret-policy`, of secrets named by an ARN; one of null is a secret that does not exist. */
export const secretsManager = collector({
  service: 'secretsmanager',
  scope: 'region',
  phase: 3,
  client: (config) => new SecretsManagerClient(config),
  calls: [getResourcePolicy],
  async collect({ ask, note, account, region, partition, known }) {
    const here = `arn:${partition}:secretsmanager:${region}:${account}:`;
    for (const arn of namedSecrets(known).filter((one) => one.startsWith(here))) {
      const answer = await ask(getResourcePolicy, { SecretId: arn }, { scope: arn });
      if (answer !== 'gap')
        note({
          kind: 'secret-policy',
          source: getResourcePolicy,
          arn,
          data: answer === 'absent' ? null : answer,
        });
    }
  },
});
