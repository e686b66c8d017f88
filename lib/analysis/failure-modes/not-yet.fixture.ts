// Test support: the failures of which the register does not speak yet. This list only ever gets shorter.

export const NOT_YET: { readonly [group: string]: readonly string[] } = {
  A: [],
  B: [],
  C: [],
  D: [
    'changeset-execute-stack-role-stale',
    'codedeploy-instance-cannot-read-artifact',
    'ec2-deploy-instance-role',
    'stackset-delegated-admin',
    's3-deploy-bucket-region',
    's3-deploy-acl-vs-ownership',
    's3-deploy-cross-account-ownership',
  ],
};
