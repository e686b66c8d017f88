// CodePipeline, where a role cannot call a provider.
import type { Wording } from '../message';

const SENTENCE =
  /role does not have (?:sufficient )?permissions(?:(?: to access |: Service:)(?<service>[\w ]*\w))?/;

/** IAM's prefix of each service that these messages name. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  codedeploy: ['codedeploy'],
  codebuild: ['codebuild'],
  codecommit: ['codecommit'],
  cloudformation: ['cloudformation', 'iam'],
  ecs: ['ecs', 'iam'],
  s3: ['s3', 'kms'],
  lambda: ['lambda'],
  amazonelasticloadbalancing: ['elasticloadbalancing'],
  elasticbeanstalk: ['elasticbeanstalk'],
};

/** "CodeDeploy" also stands for what the deployment action asks of ECS and IAM.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-aeb1 (read 2026-11-24) */
export const providerAccess: Wording = {
  id: 'provider-access',
  source:
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-aeb1',
  examples: [
    'The provided role does not have sufficient permissions to access CodeDeploy',
    'Deployment failed. The provided role does not have sufficient permissions: Service:AmazonElasticLoadBalancing',
    'The provided role does not have permissions to perform this action. Underlying error: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
  ],
  read(text) {
    const match = SENTENCE.exec(text);
    if (match === null) return null;
    const name = (match.groups?.service ?? '')
      .toLowerCase()
      .replace(/^(?:aws|amazon) /, '')
      .replaceAll(' ', '');
    const services = /Service: Amazon S3/.test(text) ? PREFIXES.s3 : PREFIXES[name];
    const isCodeDeploy = name === 'codedeploy';
    return {
      services: isCodeDeploy ? ['codedeploy', 'ecs', 'iam'] : (services ?? []),
      caveat: isCodeDeploy
        ? 'a deployment to ECS fails in the same words where a call to ECS or iam:PassRole is denied'
        : null,
    };
  },
};
