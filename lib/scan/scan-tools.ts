// What every part of a running scan works with.
import { AwsProblem } from '@/lib/aws/aws-problem';
import { type Caller, findCaller } from '@/lib/aws/caller';
import { ClientPool } from '@/lib/aws/client-pool';
import { defaultRegion } from '@/lib/aws/default-region';
import { throughInitialRole } from '@/lib/aws/initial-role';
import { globalRegion } from '@/lib/aws/partition';
import type { Region } from '@/lib/names/arn';
import { AccountSessions } from './account-sessions';
import type { Collector } from './collector';
import { collectors as allCollectors } from './collectors/index';
import { namedCollectors } from './named-collectors';
import type { OnProgress } from './progress';
import { ScanProblem } from './scan-problem';
import type { ScanOptions, ScanRequest } from './scan-request';

export interface ScanTools {
  readonly request: ScanRequest;
  readonly caller: Caller;
  readonly pool: ClientPool;
  readonly sessions: AccountSessions;
  readonly collectors: ReadonlyMap<string, Collector>;
  /** The region of the environment or the profile, if they name one. */
  readonly ownRegion: Region | null;
  readonly tell: OnProgress;
  readonly signal: AbortSignal | undefined;
}

/** Finds credentials, puts on the initial role where there is one, and lends what is needed to the work.
 *  @throws ScanProblem without credentials, with refused ones, or where nobody answers */
export async function withScanTools<T>(
  request: ScanRequest,
  options: ScanOptions,
  work: (tools: ScanTools) => Promise<T>,
): Promise<T> {
  const ownRegion = await defaultRegion(options.env, request.profile);
  const firstRegion = request.regions[0] ?? ownRegion ?? globalRegion('aws');
  const pool = new ClientPool(options.env, { overall: request.concurrency });
  try {
    const start = await findCaller(options.env, firstRegion, request.profile);
    const { initialRole, sessionName } = request;
    const region = globalRegion(start.partition);
    const caller =
      initialRole === undefined
        ? start
        : await throughInitialRole(pool, start, region, initialRole, sessionName);
    const ticking = tellCalls(pool, options);
    const stopping = stopSoon(pool, options.signal);
    return await work({
      request,
      caller,
      pool,
      sessions: new AccountSessions(request, caller, pool),
      collectors: namedCollectors(options.collectors ?? allCollectors),
      ownRegion,
      tell: options.onProgress ?? (() => {}),
      signal: options.signal,
    }).finally(() => {
      stopping();
      ticking();
    });
  } catch (error) {
    throw error instanceof AwsProblem ? new ScanProblem(error.message) : error;
  } finally {
    pool.close();
  }
}

/** Tells the calls about once a second; the answer tells them for the last time. */
function tellCalls(
  pool: ClientPool,
  { onProgress = () => {}, callsEveryMs = 1000 }: ScanOptions,
): () => void {
  const began = performance.now();
  const tell = () =>
    onProgress({ kind: 'calls', elapsedMs: Math.round(performance.now() - began), ...pool.totals() });
  const timer = setInterval(tell, callsEveryMs);
  return () => {
    clearInterval(timer);
    tell();
  };
}

/** So long a stopped scan may go on with what it is reading; what is read again later is then lost. */
const GRACE_MS = 5_000;

/** Ends the calls themselves when a stopped scan does not end soon: a throttled unit may take minutes. */
function stopSoon(pool: ClientPool, signal: AbortSignal | undefined): () => void {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    timer = setTimeout(() => pool.stop('the scan was stopped'), GRACE_MS);
  };
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  };
}
