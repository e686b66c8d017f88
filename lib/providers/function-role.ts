// Lambda functions behind actions and rules: who invokes them, and the role that they run as.
import { functionName } from '@/lib/names/function-arn';
import type { ActionSetting, Call, ServiceRole, StatedNeed } from './action-provider';
import { callOn, missingFault } from './call-on';
import { configurationText, openBy } from './configuration';
import { lookUp } from './look-up';
import { needsFor } from './need';

const ROLE_DOCS = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html';
const JOB_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html';

function named(setting: ActionSetting) {
  const { action, inventory, partition, account, region } = setting;
  const name = configurationText(action, 'FunctionName');
  const target = functionName(name.text, { partition, account, region });
  const found = lookUp(inventory, inventory.functions, target.arn, {
    name,
    call: 'lambda:GetFunctionConfiguration',
    what: `the function ${target.name}`,
  });
  return { name, target, found };
}

/** Invokes the function that the configuration names. A version or alias belongs to the resource that is asked for.
 *  @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html (read 2026-11-24) */
export function invokeFunction(setting: ActionSetting, docs: string, also: readonly StatedNeed[] = []): Call {
  const { name, target, found } = named(setting);
  const resource = target.qualifier === null ? target.arn : `${target.arn}:${target.qualifier}`;
  return functionCall(
    setting,
    [
      ...needsFor(['lambda:InvokeFunction'], resource, {
        because: 'The action invokes the function.',
        source: docs,
        open: openBy(name),
      }),
      ...also,
    ],
    docs,
    found.kind,
  );
}

/** A call on the function that the configuration names. Never throws. */
export function functionCall(
  setting: ActionSetting,
  needs: Call['needs'],
  docs: string,
  found = named(setting).found.kind,
): Call {
  const { name, target } = named(setting);
  return callOn(
    setting,
    {
      kind: 'function',
      name: { ...name, text: target.name },
      arn: target.arn,
      job: 'function',
      scanned: found === 'found',
    },
    needs,
    found === 'absent' ? [missingFault(setting, 'function-missing', `function ${target.name}`, docs)] : [],
  );
}

/** The role of the function, which tells CodePipeline how its job went; without that the action waits until it times out.
 *  `doubt`: why it may not have to. How a function of another account reports is documented nowhere.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Lambda.html (read 2026-11-24) */
export function functionRole(setting: ActionSetting, doubt?: string): readonly ServiceRole[] {
  const { found } = named(setting);
  if (found.kind === 'absent') return [];
  const role = {
    service: 'lambda.amazonaws.com',
    job: 'function role',
    sourceArn: null,
    because: 'Lambda runs the function with its role.',
    source: ROLE_DOCS,
  };
  if (found.kind === 'open') return [{ ...role, role: null, calls: [], ...found.open }];
  const { name, role: arn, account } = found.value;
  if (arn === null)
    return [{ ...role, role: null, calls: [], cannotTell: `the function ${name} names no role` }];
  return [{ ...role, role: arn, calls: [reportJob(setting, account, doubt)] }];
}

function reportJob({ pipeline }: ActionSetting, account: string, doubt: string | undefined): Call {
  const foreign = `AWS does not say how a function of ${account} reports to a pipeline of ${pipeline.account}`;
  const open = {
    ...(account === pipeline.account ? {} : { cannotTell: foreign }),
    ...(doubt === undefined ? {} : { doubt }),
  };
  return {
    kind: 'calls',
    target: {
      kind: 'job-result',
      name: pipeline.name,
      arn: null,
      account: pipeline.account,
      region: pipeline.region,
      job: 'job result',
    },
    needs: [
      ...needsFor(['codepipeline:PutJobSuccessResult'], '*', {
        because:
          'The function must tell CodePipeline that it is done, or the action waits until it times out.',
        source: JOB_DOCS,
        open,
      }),
      ...needsFor(['codepipeline:PutJobFailureResult'], '*', {
        essential: false,
        because: 'The function tells CodePipeline that it failed.',
        source: JOB_DOCS,
        open,
      }),
    ],
  };
}
