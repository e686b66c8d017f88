// Reads the deployment groups that pipelines deploy to: their service role and what they deploy to.
import {
  CodeDeployClient,
  GetDeploymentGroupCommand,
  type GetDeploymentGroupCommandInput,
} from '@aws-sdk/client-codedeploy';
import { actionReferences, isName } from '../action-references';
import { call, collector } from '../collector';

const getDeploymentGroup = call(
  'codedeploy:GetDeploymentGroup',
  (codedeploy: CodeDeployClient, input: GetDeploymentGroupCommandInput) =>
    codedeploy.send(new GetDeploymentGroupCommand(input)),
);

/** Facts `deployment-group`; one of null is a group that a pipeline names and that does not exist. */
export const codedeploy = collector({
  service: 'codedeploy',
  scope: 'region',
  phase: 2,
  client: (config) => new CodeDeployClient(config),
  calls: [getDeploymentGroup],
  async collect({ ask, note, account, region, partition, known }) {
    const groups = new Map<string, GetDeploymentGroupCommandInput>();
    for (const one of actionReferences(known, ['CodeDeploy', 'CodeDeployToECS'])) {
      const { ApplicationName: applicationName, DeploymentGroupName: deploymentGroupName } =
        one.configuration;
      if (one.account !== account || one.region !== region) continue;
      if (!isName(applicationName) || !isName(deploymentGroupName)) continue;
      groups.set(
        `arn:${partition}:codedeploy:${region}:${account}:deploymentgroup:${applicationName}/${deploymentGroupName}`,
        { applicationName, deploymentGroupName },
      );
    }
    for (const [arn, input] of groups) {
      const answer = await ask(getDeploymentGroup, input, { scope: arn });
      if (answer === 'gap') continue;
      const data = answer === 'absent' ? null : (answer.deploymentGroupInfo ?? {});
      note({ kind: 'deployment-group', source: getDeploymentGroup, arn, data });
    }
  },
});
