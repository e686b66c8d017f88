// Who works on a unit: this process, or another one that may be gone.
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** How often a process says that it still works. */
export const HEARTBEAT_MS = 10_000;
/** A process that was not heard of for so long is gone. */
export const GONE_AFTER_MS = 60_000;

const MARK = randomBytes(4).toString('hex');

/** The name of this process: machine, process id, and a mark, since ids are given again. */
export const THIS_PROCESS = `${hostname()}/${process.pid}/${MARK}`;

/** Whether the process is gone: not heard of for long, or, on this machine, not there any more. Never throws. */
export function isGone(claimant: string, heartbeat: string | null, now: number): boolean {
  if (claimant === THIS_PROCESS) return false;
  if (heartbeat === null || now - Date.parse(heartbeat) > GONE_AFTER_MS) return true;
  const [host, id = '', mark] = claimant.split('/');
  if (host !== hostname() || !/^\d+$/.test(id)) return false;
  // The same id with another mark was a former process.
  if (Number(id) === process.pid) return mark !== MARK;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
