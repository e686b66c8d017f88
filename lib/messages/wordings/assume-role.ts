// CodePipeline, where one role may not put on another.
import type { Wording } from '../message';

const SENTENCE =
  /(?:(?<principal>arn:\S+)|CodePipeline|Role) is not authorized to perform AssumeRole on (?:action )?role (?<resource>arn:[^\s'")]+)/;

/** The sentence does not say which of the two sides refuses. "CodePipeline" may mean the service, or the session of the pipeline role. */
export const assumeRole: Wording = {
  id: 'assume-role',
  source: 'https://github.com/aws/aws-cdk/issues/14484',
  examples: [
    'arn:aws:iam::111111111111:role/hub is not authorized to perform AssumeRole on role arn:aws:iam::222222222222:role/deploy (Service: AWSCodePipeline; Status Code: 400; Error Code: InvalidStructureException)',
    'Pipeline role arn:aws:iam::111111111111:role/hub is not authorized to perform AssumeRole on action role arn:aws:iam::222222222222:role/deploy',
    'AWS CodePipeline is not authorized to perform AssumeRole on role arn:aws:iam::222222222222:role/deploy',
  ],
  read(text) {
    const groups = SENTENCE.exec(text)?.groups;
    if (groups === undefined) return null;
    return {
      principal: groups.principal ?? null,
      action: 'sts:AssumeRole',
      resource: groups.resource?.replace(/[.,;:]+$/, '') ?? null,
    };
  },
};
