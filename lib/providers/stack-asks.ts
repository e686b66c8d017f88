// What each mode of a CloudFormation action asks of CloudFormation.
import type { Stack } from '@/lib/model/service-resource';
import type { LookUp } from './look-up';

export interface Ask {
  readonly action: string;
  readonly essential: boolean;
  readonly because: string;
  readonly oneOf?: string;
  /** Not on the stack, but on everything: the action has no resource-level permission. */
  readonly onAll?: true;
}

const ask = (action: string, essential: boolean, because: string, oneOf?: string): Ask => ({
  action: `cloudformation:${action}`,
  essential,
  because,
  ...(oneOf === undefined ? {} : { oneOf }),
});

const DESCRIBE = ask('DescribeStacks', true, 'CodePipeline asks again and again how the stack is doing.');
const EVENTS = ask('DescribeStackEvents', false, 'Tells why a stack failed.');
/** Observed: the AWS CDK grants them to an action that makes or changes a stack. Its `DescribeStack*` takes more in than is asked.
 *  @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-codepipeline-actions/lib/cloudformation/private/singleton-policy.ts (read 2026-11-27) */
const LOOKS: readonly Ask[] = [
  EVENTS,
  ask('GetTemplate', false, 'Looks at the template that the stack has.'),
  ask('GetStackPolicy', false, 'Looks at the policy that the stack has.'),
];
const SET_POLICY = ask(
  'SetStackPolicy',
  false,
  'Needed where the template configuration file of the artifact holds a stack policy.',
);

/** The requests of a mode, or null for a mode that we do not know. `hasFile`: whether a template configuration file is named, which may
 *  hold a stack policy. Never throws.
 *  INVARIANT (only what one run needs): of creating and updating only one happens in a run. Where the scan saw whether the stack
 *  exists that one is essential; where it did not, one of the two must be allowed. */
export function asksOf(mode: string, stack: LookUp<Stack>, hasFile: boolean): readonly Ask[] | null {
  switch (mode) {
    case '':
      return [DESCRIBE];
    case 'CREATE_UPDATE':
      return [
        DESCRIBE,
        ...createOrUpdate(stack),
        ...LOOKS,
        ...(hasFile ? [SET_POLICY] : []),
        { ...ask('ValidateTemplate', false, 'AWS lists it among what the action uses.'), onAll: true },
      ];
    case 'REPLACE_ON_FAILURE':
      return [
        DESCRIBE,
        ...createOrUpdate(stack),
        ask('DeleteStack', isFailed(stack), 'Needed when the stack is in a failed state.'),
        ...LOOKS,
        ...(hasFile ? [SET_POLICY] : []),
      ];
    case 'CHANGE_SET_REPLACE':
      return [
        DESCRIBE,
        ask('CreateChangeSet', true, 'The action creates the change set.'),
        ask('DescribeChangeSet', true, 'CodePipeline waits until the change set is ready.'),
        ask('DeleteChangeSet', false, 'Needed when a change set of that name is left over.'),
      ];
    case 'CHANGE_SET_EXECUTE':
      return [
        DESCRIBE,
        ask('DescribeChangeSet', true, 'CodePipeline looks the change set up.'),
        ask('ExecuteChangeSet', true, 'The action executes the change set.'),
        EVENTS,
      ];
    case 'DELETE_ONLY':
      return [DESCRIBE, ask('DeleteStack', true, 'The action deletes the stack.'), EVENTS];
    default:
      return null;
  }
}

function createOrUpdate(stack: LookUp<Stack>): readonly Ask[] {
  const isThere = stack.kind === 'found' && !isEmpty(stack.value) && !isFailed(stack);
  const oneOf = stack.kind === 'absent' || isThere ? undefined : 'create-or-update';
  return [
    ask('CreateStack', stack.kind === 'absent', 'Needed while the stack does not exist.', oneOf),
    ask('UpdateStack', isThere, 'Needed once the stack exists.', oneOf),
  ];
}

/** A stack of which there is no more than a change set.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html (read 2026-11-24) */
function isEmpty({ status }: Stack): boolean {
  return status === 'REVIEW_IN_PROGRESS' || status === 'DELETE_COMPLETE';
}

/** The states in which CodePipeline replaces a stack.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html (read 2026-11-24) */
function isFailed(stack: LookUp<Stack>): boolean {
  return (
    stack.kind === 'found' &&
    [
      'ROLLBACK_COMPLETE',
      'ROLLBACK_FAILED',
      'CREATE_FAILED',
      'DELETE_FAILED',
      'UPDATE_ROLLBACK_FAILED',
    ].includes(stack.value.status)
  );
}
