// Test support: every finding on the pipelines that the CDK writes, and why it is right. One more finding is one more entry.

/** What a rule says of something in an app, and the argument that it is no false alarm. */
export interface ArguedFinding {
  /** The names of the apps in which it comes out. */
  readonly apps: readonly string[];
  readonly rule: string;
  /** The end of the subject's ARN, or a pattern where the CDK makes the name up. */
  readonly subject: RegExp;
  /** One sentence: what could go wrong, and who says so. */
  readonly right: string;
}

export const ARGUED: readonly ArguedFinding[] = [
  {
    apps: ['legacy'],
    rule: 'role-trusts-whole-account',
    subject: /:222222222222:role\/.*testactionrole/,
    right:
      'The action role trusts the root of the pipeline’s account without a condition: whoever may assume roles there may start builds here; the CDK narrows it since the flag reduceCrossAccountActionRoleTrustScope.',
  },
  {
    apps: ['legacy'],
    rule: 'role-trusts-whole-account',
    subject: /:333333333333:role\/.*(repare|xecute)actionrole/,
    right:
      'The same for the roles that change the stack of production: any principal of the pipeline’s account with sts:AssumeRole can deploy there.',
  },
  {
    apps: ['pipelines'],
    rule: 'role-trusts-whole-account',
    subject: /:role\/cdk-hnb659fds-deploy-role-(222222222222|333333333333)-/,
    right:
      'A bootstrapped account trusts the root of its own and of the trusted account; wanting no external id narrows nothing, so whoever may assume roles in either can deploy with the execution role, which the bootstrap makes an administrator. The CDK’s own guide calls trusting an account that.',
  },
  {
    apps: ['cross-account', 'legacy', 'pipelines'],
    rule: 'hub-reaches-dev-and-prod',
    subject: /:111111111111:role\/.*pipelinerole/i,
    right:
      'One pipeline role puts on hats in the lower accounts and in production: that is how the CDK builds a pipeline across accounts, and what a reviewer of the hub has to know.',
  },
  {
    apps: ['cross-account', 'legacy', 'cross-region'],
    rule: 'prod-without-approval',
    subject: /:codepipeline:eu-west-1:111111111111:(shop|edge)$/,
    right: 'The stage Prod of these apps deploys to another account, and no approval stands before it.',
  },
  {
    apps: ['cross-account', 'legacy', 'connection', 'container', 'many-actions', 'pipelines'],
    rule: 'role-trusts-service-of-any-account',
    subject:
      /:role\/.*(BuildRole|teststestrole|DefinitionsRole|BuildProjectRole|AssetsFileRole|SelfMutationRol)/,
    right:
      'The CDK lets CodeBuild put on the project’s role without aws:SourceAccount, which AWS’s guide to the service role asks for; the rule says that the risk is small.',
  },
  {
    apps: ['many-actions'],
    rule: 'role-trusts-service-of-any-account',
    subject: /:role\/.*MachinesRole/,
    right: 'The same for the service role of CodeDeploy, whose guide recommends aws:SourceAccount too.',
  },
  {
    apps: ['container'],
    rule: 'role-passes-any-role',
    subject: /:222222222222:role\/.*rollactionrole/,
    right:
      'The CDK’s ECS action may pass every role of the account to tasks and instances: whoever changes the task definition chooses the role; the CDK bounds it by the service alone.',
  },
  {
    apps: ['cross-region'],
    rule: 'role-is-administrator',
    subject: /:role\/.*(HomeAwayRole|HomeRole|deploymentrole)/,
    right:
      'The actions ask for adminPermissions: whoever writes the template may do everything in the account.',
  },
  {
    apps: ['pipelines'],
    rule: 'role-is-administrator',
    subject: /:role\/cdk-hnb659fds-cfn-exec-role-/,
    right:
      'The accounts are bootstrapped with AdministratorAccess as the execution policy, which the CDK’s guide advises to narrow for production.',
  },
  {
    apps: ['pipelines'],
    rule: 'action-role-touches-any-bucket',
    subject: /:role\/cdk-hnb659fds-deploy-role-/,
    right:
      'The statement PipelineCrossAccountArtifactsBucket of the bootstrap template reads and writes every foreign bucket that lets it, since the template cannot know the names of the stores.',
  },
  {
    apps: ['pipelines'],
    rule: 'principal-runs-code-in-builds',
    subject: /:111111111111:role\/bank-pipeline-PipelineAssetsFileRole/,
    right:
      'The CDK lets the role that publishes assets start every build of the account: a package that runs while assets are published could start the synthesis, or the self-mutation, with a build specification of its own and so with their roles.',
  },
];
