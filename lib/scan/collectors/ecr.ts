// Reads the image repositories behind pipelines, and who may pull from them. Never an image.
import {
  DescribeRepositoriesCommand,
  type DescribeRepositoriesCommandInput,
  ECRClient,
  GetRegistryPolicyCommand,
  type GetRegistryPolicyCommandInput,
  GetRepositoryPolicyCommand,
  type GetRepositoryPolicyCommandInput,
} from '@aws-sdk/client-ecr';
import { call, collector } from '../collector';
import { imageRepositories } from '../image-references';

const describeRepositories = call(
  'ecr:DescribeRepositories',
  (ecr: ECRClient, input: DescribeRepositoriesCommandInput) =>
    ecr.send(new DescribeRepositoriesCommand(input)),
);
const getRepositoryPolicy = call(
  'ecr:GetRepositoryPolicy',
  (ecr: ECRClient, input: GetRepositoryPolicyCommandInput) => ecr.send(new GetRepositoryPolicyCommand(input)),
);
const getRegistryPolicy = call(
  'ecr:GetRegistryPolicy',
  (ecr: ECRClient, input: GetRegistryPolicyCommandInput) => ecr.send(new GetRegistryPolicyCommand(input)),
);

/** Facts `image-repository` (null: a pipeline names one that does not exist), `image-repository-policy` and `registry-policy`
 *  (null: there is none). The registry's policy binds all its repositories, so it is asked for once in each place that has one.
 *  @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html (read 2026-11-27) */
export const ecr = collector({
  service: 'ecr',
  scope: 'region',
  phase: 3,
  client: (config) => new ECRClient(config),
  calls: [describeRepositories, getRepositoryPolicy, getRegistryPolicy],
  async collect({ ask, note, account, region, partition, known }) {
    const here = imageRepositories(known).filter((one) => one.account === account && one.region === region);
    for (const { name } of here) {
      const arn = `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
      const about = { scope: arn };
      // Asked for one by one: a single missing name fails the whole list.
      const found = await ask(describeRepositories, { repositoryNames: [name] }, about);
      if (found !== 'gap') {
        const data = found === 'absent' ? null : (found.repositories?.[0] ?? null);
        note({ kind: 'image-repository', source: describeRepositories, arn, data });
      }
      if (found === 'absent') continue;
      const policy = await ask(getRepositoryPolicy, { repositoryName: name }, about);
      if (policy !== 'gap')
        note({
          kind: 'image-repository-policy',
          source: getRepositoryPolicy,
          arn,
          data: policy === 'absent' ? null : policy,
        });
    }
    if (here.length === 0) return;
    const registry = await ask(getRegistryPolicy, {});
    if (registry !== 'gap')
      note({
        kind: 'registry-policy',
        source: getRegistryPolicy,
        arn: `arn:${partition}:ecr:${region}:${account}:repository/*`,
        data: registry === 'absent' ? null : registry,
      });
  },
});
