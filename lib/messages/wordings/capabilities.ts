// CloudFormation, where a template makes IAM resources that its action does not acknowledge.
import type { Wording } from '../message';

export const capabilities: Wording = {
  id: 'capabilities',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html',
  examples: ['Requires capabilities : [CAPABILITY_NAMED_IAM]'],
  read: (text) => (/Requires capabilities ?: ?\[CAPABILITY_/.test(text) ? { about: 'other' } : null),
};
