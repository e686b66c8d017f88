// Alexa: deploys a skill with credentials of Amazon's developer console; of AWS it needs the artifact only.
import type { ActionProvider } from '../action-provider';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/tutorials-alexa-skills-kit.html';

export const alexaSkillsKit: ActionProvider = {
  id: 'alexa-skills-kit',
  category: 'Deploy',
  owner: 'ThirdParty',
  provider: 'AlexaSkillsKit',
  title: 'Alexa skill',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: () => [],
  passes: () => [],
};
