// What is wrong with a connection itself: not there, not finished, or its server not reachable.
import type { Arn } from '@/lib/names/arn';
import { arnAccount, arnName, parseArn } from '@/lib/names/arn';
import type { ActionSetting } from './action-provider';
import { notReadFault } from './not-read';
import type { StructureFault } from './structure-fault';

const DOCS = 'https://docs.aws.amazon.com/dtconsole/latest/userguide/connections-update.html';
const HOST_DOCS = 'https://docs.aws.amazon.com/dtconsole/latest/userguide/connections-host-setup.html';

/** The faults of the connection that a source names. One made by CloudFormation or the command line stays pending until somebody
 *  finishes it in the console. Where it was not read nobody can tell whether it is usable. Never throws.
 *  @see https://docs.aws.amazon.com/dtconsole/latest/userguide/connections-update.html (read 2026-11-27) */
export function connectionFaults({ inventory }: ActionSetting, arn: Arn): readonly StructureFault[] {
  const what = `the connection ${arnName(arn)}`;
  const found = inventory.connections.get(arn);
  const fault = (rule: string, sentence: string, source: string): StructureFault => ({
    rule,
    sentence,
    source,
    certain: true,
    curedIn: arnAccount(arn),
  });
  if (inventory.absent.has(arn))
    return [
      fault(
        'connection-missing',
        `there is no connection ${arnName(arn)} in ${arnAccount(arn)}, ${parseArn(arn)?.region}`,
        DOCS,
      ),
    ];
  if (found === undefined) {
    const service = parseArn(arn)?.service === 'codeconnections' ? 'codeconnections' : 'codestar-connections';
    const call = `${service}:GetConnection`;
    return [notReadFault(inventory, { rule: 'connection-not-read', what, arn, call, source: DOCS })];
  }
  if (found.status === null)
    return [
      {
        rule: 'connection-not-read',
        sentence: `whether somebody has finished ${what} (${found.name}) in the console is not known before it exists`,
        source: DOCS,
        certain: false,
        leavesOpen: true,
      },
    ];
  if (found.status !== 'AVAILABLE')
    return [
      fault(
        'connection-not-available',
        found.status === 'PENDING'
          ? `${what} (${found.name}) is pending: somebody must finish it in the console`
          : `${what} (${found.name}) is not available: its state is ${found.status}`,
        DOCS,
      ),
    ];
  return found.hostStatus === null || found.hostStatus === 'AVAILABLE'
    ? []
    : [
        fault(
          'connection-host-not-available',
          `the server behind ${what} (${found.name}) is not available: its state is ${found.hostStatus}`,
          HOST_DOCS,
        ),
      ];
}
