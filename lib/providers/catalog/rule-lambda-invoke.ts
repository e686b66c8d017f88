// A stage condition that a function decides.
import type { ActionProvider } from '../action-provider';
import { functionRole, invokeFunction } from '../function-role';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-LambdaInvoke.html';

export const ruleLambdaInvoke: ActionProvider = {
  id: 'rule-lambda-invoke',
  category: 'Rule',
  owner: 'AWS',
  provider: 'LambdaInvoke',
  title: 'Lambda check',
  docs: DOCS,
  artifacts: {
    reads: true,
    writes: false,
    acl: 'never',
    doubt:
      'whether the function touches its artifacts with the credentials that it is given, its code decides',
  },
  calls: (setting) => [invokeFunction(setting, DOCS)],
  passes: () => [],
  serviceRoles: (setting) =>
    functionRole(
      setting,
      'AWS does not say whether a function behind a rule reports like one behind an action',
    ),
};
