// What people call the AWS services that put roles on.

const TITLES: Readonly<Record<string, string>> = {
  'appconfig.amazonaws.com': 'AppConfig',
  'cloudformation.amazonaws.com': 'CloudFormation',
  'codebuild.amazonaws.com': 'CodeBuild',
  'codedeploy.amazonaws.com': 'CodeDeploy',
  'codepipeline.amazonaws.com': 'CodePipeline',
  'ec2.amazonaws.com': 'EC2',
  'ecs-tasks.amazonaws.com': 'ECS',
  'elasticbeanstalk.amazonaws.com': 'Elastic Beanstalk',
  'events.amazonaws.com': 'EventBridge',
  'lambda.amazonaws.com': 'Lambda',
  'states.amazonaws.com': 'Step Functions',
};

/** `CodeBuild` for `codebuild.amazonaws.com`; the principal itself where nobody gave it a name here. Never throws. */
export function serviceTitle(principal: string): string {
  return TITLES[principal] ?? principal;
}
