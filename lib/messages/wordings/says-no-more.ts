// CodeBuild's and CodePipeline's words for a failure of which they say no more.
import type { Wording } from '../message';

/** A bucket in another region than its pipeline comes out as an internal error. */
export const saysNoMore: Wording = {
  id: 'says-no-more',
  source:
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-reg-1',
  examples: ['Build terminated with state: FAILED', 'InternalError', 'Internal error'],
  read: (text) =>
    /^(?:Build terminated with state: FAILED|Internal ?error)\.?$/i.test(text) ? { about: 'unsaid' } : null,
};
