// The resources that pipeline actions start. Each hangs on a role of its own, which the service puts on by itself.
import type { Json } from '@/lib/base/json';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { Read } from './read';

/** An environment variable that is a reference; plain values are scrubbed and of no use here. */
export interface VariableReference {
  readonly name: string;
  readonly type: 'PARAMETER_STORE' | 'SECRETS_MANAGER';
  readonly value: string;
}

export interface BuildProject {
  readonly kind: 'build-project';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  readonly serviceRole: Arn | null;
  /** As written: key ARN, alias ARN or name, bare id; null: the AWS managed key aws/s3 of the project's account. */
  readonly encryptionKey: string | null;
  readonly sourceType: string | null;
  readonly artifactsType: string | null;
  /** The CloudWatch log group; null where CloudWatch logs are off. */
  readonly logGroup: string | null;
  /** `bucket/prefix` of logs in S3; null where they are off. */
  readonly logBucket: string | null;
  /** Ids of the subnets; null outside a VPC. */
  readonly subnets: readonly string[] | null;
  readonly image: string | null;
  /** The image is pulled with the project's role, not with CodeBuild's own credentials. */
  readonly pullsWithRole: boolean;
  readonly variables: readonly VariableReference[];
  readonly batchRole: Arn | null;
}

export interface LambdaFunction {
  readonly kind: 'function';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  readonly role: Arn | null;
}

export interface DeploymentGroup {
  readonly kind: 'deployment-group';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly application: string;
  readonly name: string;
  readonly serviceRole: Arn | null;
  /** AWS's word: Server, Lambda, ECS. */
  readonly platform: string;
  readonly deploymentConfig: string | null;
  readonly containerServices: readonly { readonly cluster: string; readonly service: string }[];
  /** Machines of one's own are among the targets. */
  readonly hasOnPremises: boolean;
  /** Instances of EC2 are, by tag or Auto Scaling group. */
  readonly hasInstances: boolean;
}

export interface ContainerService {
  readonly kind: 'container-service';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  readonly taskDefinition: Arn | null;
}

export interface TaskDefinition {
  readonly kind: 'task-definition';
  readonly arn: Arn;
  readonly taskRole: Arn | null;
  readonly executionRole: Arn | null;
  readonly isTagged: boolean;
  readonly images: readonly string[];
  readonly logGroups: readonly string[];
}

export interface StateMachine {
  readonly kind: 'state-machine';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  readonly role: Arn | null;
}

export interface Stack {
  readonly kind: 'stack';
  /** `arn:…:stack/name`, without the id that AWS adds: a pipeline names a stack before it exists. */
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  /** The execution role that was given last. */
  readonly role: Arn | null;
  readonly status: string;
}

export interface StackSet {
  readonly kind: 'stack-set';
  /** `arn:…:stackset/name`, without the id that AWS adds. */
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  /** The customer's own roles climb into the target accounts, not those of the organisation. */
  readonly isSelfManaged: boolean;
  readonly administrationRole: Arn | null;
  readonly executionRoleName: string | null;
}

export interface EventRule {
  readonly kind: 'event-rule';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  /** The bus on which it listens: `default`, or a name. */
  readonly bus: string;
  readonly isEnabled: boolean;
  /** Whose events it listens to, `aws.s3`; none of a schedule. */
  readonly sources: readonly string[];
  /** Which of their events, `Object Created`; none where it takes all. */
  readonly detailTypes: readonly string[];
  /** Whose events it takes, by account; none where it takes anybody's. */
  readonly senders: readonly AccountId[];
  readonly targets: Read<readonly { readonly arn: Arn; readonly role: Arn | null }[]>;
}

/** The instances behind a deployment group or a tag. */
export interface Instances {
  readonly kind: 'instances';
  /** The deployment group, or `arn:…:instance/tag:key=value`. */
  readonly arn: Arn;
  /** The instance profile of each instance; null for one without. */
  readonly profiles: readonly (Arn | null)[];
}

/** A connection to repositories elsewhere. */
export interface Connection {
  readonly kind: 'connection';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  /** AWS's word: AVAILABLE, PENDING, ERROR; null where it is not known, as of one that a template makes. */
  readonly status: string | null;
  /** AWS's word: GitHub, GitLab, Bitbucket. */
  readonly provider: string;
  /** AWS's word for the state of the server of one's own behind it; null where there is none, or it was not read. */
  readonly hostStatus: string | null;
}

export interface Topic {
  readonly kind: 'topic';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  /** As written: key ARN, bare id or alias name; null where it is not encrypted with KMS. */
  readonly key: string | null;
}

export interface Webhook {
  readonly kind: 'webhook';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  /** Names of the pipeline and of the source action that it starts. */
  readonly pipeline: string;
  readonly action: string;
  /** AWS's word: GITHUB_HMAC, IP, UNAUTHENTICATED. */
  readonly authentication: string;
  /** The range of addresses that may call, where it goes by them. */
  readonly addresses: string | null;
}

/** What a cluster of EKS knows of a principal of IAM. */
export interface AccessEntry {
  readonly principal: Arn;
  /** Names to which the cluster's own role bindings may give something. */
  readonly groups: Read<readonly string[]>;
  readonly policies: Read<
    readonly {
      /** `arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy`. */
      readonly arn: Arn;
      /** Where it counts; null: in the whole cluster. `dev-*` stands for all names that begin so. */
      readonly namespaces: readonly string[] | null;
    }[]
  >;
}

export interface Cluster {
  readonly kind: 'cluster';
  readonly arn: Arn;
  readonly account: AccountId;
  readonly region: Region;
  readonly name: string;
  /** AWS's word: API, API_AND_CONFIG_MAP, CONFIG_MAP; null where AWS did not say. */
  readonly authentication: string | null;
  readonly entries: Read<readonly AccessEntry[]>;
}

/** The policy on a topic, an image repository, a secret, a function (or a version or alias of it), or an event bus. */
export interface ResourcePolicy {
  readonly kind: 'resource-policy';
  readonly arn: Arn;
  /** null: there is none. */
  readonly policy: Json | null;
}

export type ServiceResource =
  | BuildProject
  | LambdaFunction
  | DeploymentGroup
  | ContainerService
  | TaskDefinition
  | StateMachine
  | Stack
  | StackSet
  | EventRule
  | Instances
  | Connection
  | Topic
  | Cluster
  | Webhook
  | ResourcePolicy;
