// What stands in configurations and conditions and is no company's secret: AWS's words, regions, numbers, public hosts.

const WORDS = new Set(
  [
    'true false null AWS Service Federated CanonicalUser ThirdParty Custom V1 V2 PLAINTEXT latest main master',
    'ref refs heads tags branch tag repo project_path ref_type environment pull_request job_workflow_ref sub aud saml',
    'alias role user policy root key name names https http aws aws-reserved service-role log-stream',
    's3 kms iam sts lambda codebuild codepipeline codedeploy cloudformation events logs ssm ecr ecs eks sns sqs',
  ]
    .join(' ')
    .split(' '),
);

const PATTERNS = [
  /^\d{1,11}$/,
  /^-?\d{1,6}\.\d+$/,
  // Regions and their zones.
  /^(?:[a-z]{2}(?:-[a-z]+)+-\d[a-z]?)$/,
  // CREATE_UPDATE, CAPABILITY_IAM, CODE_ZIP
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/,
  /(?:^|\.)amazonaws\.com(?:\.cn)?$/,
  /^(?:token\.actions\.githubusercontent\.com|github\.com|gitlab\.com|api\.bitbucket\.org|sts\.amazonaws\.com)$/,
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/,
  /^aws:[A-Za-z]/,
];

/** Whether a word says nothing of a company. Never throws. */
export function isAwsWord(text: string): boolean {
  return WORDS.has(text) || PATTERNS.some((pattern) => pattern.test(text));
}
