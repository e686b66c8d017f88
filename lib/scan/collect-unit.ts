// Sends one collector into one account and region, and gathers what it says.
import { classifyError } from '@/lib/aws/classify-error';
import type { ClientPool, CredentialSource } from '@/lib/aws/client-pool';
import type { Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { type OpenUnit, UndeclaredCall } from './collector';
import type { PlannedUnit } from './plan';
import type { ScanLog } from './scan-log';

/** What a unit is given to work with. */
export interface UnitTools {
  readonly partition: string;
  /** Where the services without regions answer. */
  readonly homeRegion: Region;
  readonly pool: ClientPool;
  readonly credentials: CredentialSource;
  readonly known: readonly Fact[];
  readonly log: ScanLog;
}

/** What one unit said; the log has it too. */
export interface Heard {
  readonly facts: readonly Fact[];
  readonly gaps: readonly Gap[];
}

/** @throws UndeclaredCall, which is a fault of ours; whatever else goes wrong is a gap */
export async function collectUnit(unit: PlannedUnit, tools: UnitTools): Promise<Heard> {
  const { collector, account, region } = unit;
  const { partition, homeRegion, pool, credentials, known, log } = tools;
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  const open: OpenUnit = {
    account,
    region,
    partition,
    known,
    client: (at, service, create) =>
      pool.client({ account, region: at === 'global' ? homeRegion : at, service }, credentials, create),
    addFact: (fact) => {
      facts.push(fact);
      log.addFact(fact);
    },
    addGap: (gap) => {
      gaps.push(gap);
      log.addGap(gap);
    },
  };
  await collector.collect(open).catch((error: unknown) => open.addGap(faultOf(unit, error)));
  return { facts, gaps };
}

/** An answer in which a collector lost its way costs its own unit, not the scan of a thousand accounts. */
function faultOf({ collector, account, region }: PlannedUnit, error: unknown): Gap {
  const [first] = collector.calls;
  if (error instanceof UndeclaredCall || first === undefined) throw error;
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
