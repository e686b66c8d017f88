// One scan, from credentials to snapshot.
import { AwsProblem, findCaller } from '@/lib/aws/caller';
import { ClientPool } from '@/lib/aws/client-pool';
import { defaultRegion } from '@/lib/aws/default-region';
import type { Region } from '@/lib/names/arn';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { ScanProblem } from './scan-problem';
import type { ScanOptions, ScanRequest } from './scan-request';
import { ScanRun } from './scan-run';

/** Reads what was asked for. What AWS refuses becomes a gap and the scan goes on.
 *  @throws ScanProblem when it cannot begin: no region, no credentials or refused ones, nobody answers, no account opens */
export async function runScan(request: ScanRequest, options: ScanOptions): Promise<Snapshot> {
  const began = options.now();
  const regions = await regionsOf(request, options);
  const caller = await findCaller(options.env, regions[0], request.profile).catch((error: unknown) => {
    throw error instanceof AwsProblem ? new ScanProblem(error.message) : error;
  });
  const pool = new ClientPool(options.env);
  try {
    return await new ScanRun({ ...request, regions }, options, caller, pool, began).run();
  } finally {
    pool.close();
  }
}

async function regionsOf(
  { regions, profile }: ScanRequest,
  { env }: ScanOptions,
): Promise<readonly [Region, ...Region[]]> {
  const [first, ...others] = regions;
  if (first !== undefined) return [first, ...others];
  const only = await defaultRegion(env, profile);
  if (only === null) {
    throw new ScanProblem('no region to scan: give --region, or set AWS_REGION or a region in the profile');
  }
  return [only];
}
