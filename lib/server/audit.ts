// Writes the audit: a line in `audit.jsonl` of the data folder, and the same line in the log.
import 'server-only';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditEntry, auditLine } from '@/lib/auth/audit-line';
import { dataFolder } from '@/lib/store/place';
import { whoAsks } from './gate';

/** Notes what was done, before it is answered. A file that cannot be written is said in the log and stops nobody. Never throws. */
export async function audit(entry: AuditEntry): Promise<void> {
  const line = auditLine(entry, new Date().toISOString());
  console.error(line);
  const folder = dataFolder(process.env);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await appendFile(join(folder, 'audit.jsonl'), `${line}\n`, { mode: 0o600 });
  } catch (error) {
    console.error(
      `the audit cannot be written in ${folder}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Notes what the person of a request did: for routes that scan, accept, export, upload or delete. Never throws. */
export async function auditRequest(
  request: Request,
  event: AuditEntry['event'],
  about: AuditEntry['about'],
): Promise<void> {
  const person = whoAsks(request.headers);
  const [who, role] = [person?.name ?? 'nobody', person?.role ?? null];
  await audit({ event, who, role, from: addressOf(request), about });
}

/** Where a request comes from: the last address of X-Forwarded-For, which is the one that the nearest proxy, or Next
 *  itself where there is none, put there. Never throws. */
export function addressOf(request: Request): string | null {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
}
