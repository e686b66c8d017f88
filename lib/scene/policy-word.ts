// What AWS calls the policy on a resource, told from the request.

const WORDS: Readonly<Record<string, string>> = {
  ecr: 'repository policy',
  kms: 'key policy',
  lambda: 'function policy',
  s3: 'bucket policy',
  sns: 'topic policy',
  sts: 'trust policy',
};

/** `trust policy` for sts:AssumeRole, `bucket policy` for s3:GetObject; `resource policy` where AWS has no word of its own. Never throws. */
export function policyWord(action: string): string {
  return WORDS[action.slice(0, action.indexOf(':'))] ?? 'resource policy';
}
