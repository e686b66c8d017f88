// Clients for every account and region of the emulated AWS.
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CodeBuildClient } from '@aws-sdk/client-codebuild';
import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { CodePipelineClient } from '@aws-sdk/client-codepipeline';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The services of one account, as its administrator sees them. */
export interface AccountClients {
  readonly iam: IAMClient;
  readonly s3: (region: string) => S3Client;
  readonly kms: (region: string) => KMSClient;
  readonly codepipeline: (region: string) => CodePipelineClient;
  readonly codebuild: (region: string) => CodeBuildClient;
  readonly codedeploy: (region: string) => CodeDeployClient;
  readonly cloudformation: (region: string) => CloudFormationClient;
  readonly eventbridge: (region: string) => EventBridgeClient;
  readonly ec2: (region: string) => EC2Client;
}

export interface Emulator {
  readonly endpoint: string;
  readonly organizations: OrganizationsClient;
  readonly managing: AccountClients;
  /** Puts on the role that AWS makes in every new member account. */
  readonly account: (id: string) => Promise<AccountClients>;
}

/** The emulator accepts any credentials; unknown ones are those of the management account. */
const MANAGEMENT: Credentials = { accessKeyId: 'AKIAEXAMPLEMANAGEMENT', secretAccessKey: 'example' };

/** The emulated AWS at the endpoint, seen by its management account. */
export function openEmulator(endpoint: string): Emulator {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const global = { endpoint, region: 'us-east-1', credentials: MANAGEMENT };
  const sts = new STSClient(global);
  return {
    endpoint,
    organizations: new OrganizationsClient(global),
    managing: clientsOf(endpoint, MANAGEMENT),
    async account(id) {
      const RoleArn = `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`;
      const answer = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'example' }));
      return clientsOf(endpoint, {
        accessKeyId: answer.Credentials?.AccessKeyId ?? '',
        secretAccessKey: answer.Credentials?.SecretAccessKey ?? '',
        sessionToken: answer.Credentials?.SessionToken ?? '',
      });
    },
  };
}

function clientsOf(endpoint: string, credentials: Credentials): AccountClients {
  const at = (region: string) => ({ endpoint, region, credentials });
  return {
    iam: new IAMClient(at('us-east-1')),
    s3: (region) => new S3Client({ ...at(region), forcePathStyle: true }),
    kms: (region) => new KMSClient(at(region)),
    codepipeline: (region) => new CodePipelineClient(at(region)),
    codebuild: (region) => new CodeBuildClient(at(region)),
    codedeploy: (region) => new CodeDeployClient(at(region)),
    cloudformation: (region) => new CloudFormationClient(at(region)),
    eventbridge: (region) => new EventBridgeClient(at(region)),
    ec2: (region) => new EC2Client(at(region)),
  };
}

/** Makes the emulator's random ids the same every time. */
export async function fixRandomIds(endpoint: string, seed: number): Promise<void> {
  await post(`${endpoint}/moto-api/seed?a=${seed}`);
}

/** Asks the emulator itself, beside the APIs of AWS. @throws when it refuses */
export async function post(url: string, body?: object): Promise<void> {
  const response = await fetch(url, { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!response.ok) throw new Error(`the emulator answered ${response.status} to ${url}`);
}
