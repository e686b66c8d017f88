// A stage condition that compares a variable: it asks nobody.
import type { ActionProvider } from '../action-provider';

export const ruleVariableCheck: ActionProvider = {
  id: 'rule-variable-check',
  category: 'Rule',
  owner: 'AWS',
  provider: 'VariableCheck',
  title: 'Variable check',
  docs: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-VariableCheck.html',
  artifacts: { reads: false, writes: false, acl: 'never' },
  needsNoRole: () => true,
  calls: () => [],
  passes: () => [],
};
