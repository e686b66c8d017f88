// The roles of EC2 instances to which something is deployed.
import type { ServiceRole } from './action-provider';

const DOCS =
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-iam-instance-profile.html';

/** Each instance fetches the artifact with the role of its instance profile; which instances there are is not read. Never throws. */
export function unseenInstances(): ServiceRole {
  return {
    role: null,
    service: 'ec2.amazonaws.com',
    job: 'instance role',
    sourceArn: null,
    because: 'Every instance fetches the artifact with the role of its instance profile.',
    source: DOCS,
    cannotTell: 'which instances it deploys to, and with which instance profiles, was not read',
    calls: [],
  };
}
