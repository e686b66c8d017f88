// Whether this server can do its work, for a load balancer or a supervisor: no secret, no name, no account.
import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { SnapshotProblem } from '@/lib/store/store-problem';
import { shelf } from './shelf';

/** A probe does not wait as long as a scan does. */
const PATIENCE_MS = 3000;

/** 200 where the store answers, or none was made yet; 503 where it does not. Never throws. */
export async function health(): Promise<Response> {
  const isUp = await Promise.race([storeAnswers(), wait(PATIENCE_MS, false, { ref: false })]);
  return Response.json(
    { status: isUp ? 'ok' : 'unavailable', store: isUp ? 'reachable' : 'out of reach' },
    { status: isUp ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

async function storeAnswers(): Promise<boolean> {
  try {
    await (await shelf()).store?.unfinished();
    return true;
  } catch (error) {
    if (error instanceof SnapshotProblem) return false;
    throw error;
  }
}
