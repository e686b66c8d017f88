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
];
