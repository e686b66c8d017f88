// One scan, from credentials to snapshot.
import { AwsProblem, findCaller } from '@/lib/aws/caller';
import { ClientPool } from '@/lib/aws/client-pool';
import { defaultRegion } from '@/lib/aws/default-region';
import { throughInitialRole } from '@/lib/aws/initial-role';
import { globalRegion } from '@/lib/aws/partition';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { ScanProblem } from './scan-problem';
import type { ScanOptions, ScanRequest } from './scan-request';
import { ScanRun } from './scan-run';

/** Reads what was asked for. What AWS refuses becomes a gap and the scan goes on.
 *  @throws ScanProblem when it cannot begin: no credentials or refused ones, nobody answers, nothing to read, no account opens */
export async function runScan(request: ScanRequest, options: ScanOptions): Promise<Snapshot> {
  const began = options.now();
  const ownRegion = await defaultRegion(options.env, request.profile);
  const firstRegion = request.regions[0] ?? ownRegion ?? globalRegion('aws');
  const pool = new ClientPool(options.env);
  try {
    const start = await findCaller(options.env, firstRegion, request.profile);
    const { initialRole, sessionName } = request;
    const region = globalRegion(start.partition);
    const caller =
      initialRole === undefined
        ? start
        : await throughInitialRole(pool, start, region, initialRole, sessionName);
    return await new ScanRun(request, options, caller, pool, began, ownRegion).run();
  } catch (error) {
    throw error instanceof AwsProblem ? new ScanProblem(error.message) : error;
  } finally {
    pool.close();
  }
}
