// A call on something that the configuration names.
import type { ActionSetting, Call, StatedNeed, TargetKind } from './action-provider';
import type { ConfiguredName } from './configuration';
import type { StructureFault } from './structure-fault';

interface Named {
  readonly kind: TargetKind;
  readonly name: ConfiguredName;
  /** Of the thing that the name means in the account of the running role and the region of the action. */
  readonly arn: string | null;
  readonly job: string;
  readonly account?: string | null;
  readonly region?: string | null;
  readonly scanned?: boolean;
}

/** The call, with its target in the setting's account and region where nothing else is said. A name with a variable in it has no
 *  ARN. Never throws. */
export function callOn(
  setting: ActionSetting,
  { kind, name, arn, job, account = setting.account, region = setting.region, scanned }: Named,
  needs: readonly StatedNeed[],
  faults: readonly StructureFault[] = [],
): Call {
  return {
    kind: 'calls',
    target: {
      kind,
      name: name.text,
      arn: name.cannotTell === undefined ? arn : null,
      account,
      region,
      job,
      ...(scanned === undefined ? {} : { scanned }),
    },
    needs,
    faults,
  };
}

/** That something named is not there, as a fault. Never throws. */
export function missingFault(
  { account, region }: ActionSetting,
  rule: string,
  what: string,
  source: string,
): StructureFault {
  return {
    rule,
    sentence: `there is no ${what} in ${account}, ${region}`,
    source,
    certain: true,
    curedIn: account,
  };
}
