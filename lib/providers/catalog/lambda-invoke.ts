// Lambda as an invoke action: the function does what it likes, and reports.
import type { ActionProvider } from '../action-provider';
import { functionRole, invokeFunction } from '../function-role';
import { needsFor } from '../need';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Lambda.html';

const LISTED = needsFor(['lambda:ListFunctions'], '*', {
  essential: false,
  because: 'AWS lists it among what the action uses.',
  source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html',
});

/** The function gets credentials for its artifacts that are made from the running role; whether it uses them, its code decides.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html#actions-invoke-lambda-function-json-event-example (read 2026-11-24) */
export const lambdaInvoke: ActionProvider = {
  id: 'lambda-invoke',
  category: 'Invoke',
  owner: 'AWS',
  provider: 'Lambda',
  title: 'Lambda invoke',
  docs: DOCS,
  artifacts: {
    reads: true,
    writes: true,
    acl: 'never',
    doubt:
      'whether the function touches its artifacts with the credentials that it is given, its code decides',
  },
  calls: (setting) => [invokeFunction(setting, DOCS, LISTED)],
  passes: () => [],
  serviceRoles: (setting) => functionRole(setting),
};
