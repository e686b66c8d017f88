// Sends one collector into one account and region, and gathers what it says.
import { AwsProblem } from '@/lib/aws/aws-problem';
import { classifyError } from '@/lib/aws/classify-error';
import type { ClientPool } from '@/lib/aws/client-pool';
import type { CredentialSource } from '@/lib/aws/credential-source';
import { withFreshCredentials } from '@/lib/aws/fresh-credentials';
import type { Region } from '@/lib/names/arn';
import type { Gap } from '@/lib/snapshot/gap';
import { UndeclaredCall } from './collector';
import type { Known } from './known';
import type { PlannedUnit } from './plan';
import type { Heard } from './scan-journal';
import { ScanLog } from './scan-log';

/** What a unit is given to work with. */
export interface UnitTools {
  readonly partition: string;
  /** Where the services without regions answer. */
  readonly homeRegion: Region;
  readonly pool: ClientPool;
  readonly credentials: CredentialSource;
  readonly known: Known;
}

/** What the unit said, scrubbed. Its clients are let go with it.
 *  @throws UndeclaredCall, which is a fault of ours; AwsProblem when nothing more can be read; whatever else goes wrong is a gap */
export async function collectUnit(unit: PlannedUnit, tools: UnitTools): Promise<Heard> {
  const { collector, account, region } = unit;
  const { partition, homeRegion, pool, credentials, known } = tools;
  const log = new ScanLog();
  const clients = pool.lease();
  const collecting = collector.collect({
    account,
    region,
    partition,
    known: await known.about(account),
    naming: known.naming,
    hasPipelines: known.hasPipelines,
    client: (at, service, create) =>
      clients.client({ account, region: at === 'global' ? homeRegion : at, service }, credentials, create),
    send: (call) => withFreshCredentials(credentials, call),
    addFact: (fact) => log.addFact(fact),
    addGap: (gap) => log.addGap(gap),
  });
  try {
    await collecting.catch((error: unknown) => log.addGap(faultOf(unit, error)));
  } finally {
    clients.end();
  }
  return log.heard();
}

/** An answer in which a collector lost its way costs its own unit, not the scan of a thousand accounts. */
function faultOf({ collector, account, region }: PlannedUnit, error: unknown): Gap {
  const [first] = collector.calls;
  if (error instanceof UndeclaredCall || error instanceof AwsProblem || first === undefined) throw error;
  const { name: source, permission } = first;
  return {
    source,
    permission,
    account,
    region,
    scope: null,
    cause: 'failed',
    code: classifyError(error).code,
  };
}
