// CodeDeploy deployment groups that pipelines deploy to, with the role that CodeDeploy wears.
import { listField, textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { DeploymentGroup } from '../service-resource';

/** Reads deployment groups. @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentGroupInfo.html (read 2026-11-24) */
export const deploymentGroupReader: Reader<'deployment-group'> = {
  kind: 'deployment-group',
  facts: ['deployment-group'],
  read: (facts) => ({
    resources: facts.all('deployment-group').flatMap(({ arn, data }): DeploymentGroup[] => {
      if (arn === null || data === null) return [];
      return [
        {
          kind: 'deployment-group',
          arn,
          ...placeOf(arn),
          application: textField(data, 'applicationName') ?? '',
          name: textField(data, 'deploymentGroupName') ?? '',
          serviceRole: textField(data, 'serviceRoleArn'),
          platform: textField(data, 'computePlatform') ?? 'Server',
          deploymentConfig: textField(data, 'deploymentConfigName'),
          containerServices: listField(data, 'ecsServices').flatMap((one) => {
            const cluster = textField(one, 'clusterName');
            const service = textField(one, 'serviceName');
            return cluster === null || service === null ? [] : [{ cluster, service }];
          }),
          hasOnPremises:
            listField(data, 'onPremisesInstanceTagFilters').length > 0 ||
            listField(data, 'onPremisesTagSet', 'onPremisesTagSetList').length > 0,
          hasInstances:
            listField(data, 'ec2TagFilters').length > 0 ||
            listField(data, 'ec2TagSet', 'ec2TagSetList').length > 0 ||
            listField(data, 'autoScalingGroups').length > 0,
        },
      ];
    }),
    problems: [],
  }),
};
