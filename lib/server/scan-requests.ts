// What a page may ask of the scanner.
import 'server-only';
import type { z } from 'zod';
import { scanForm } from '@/lib/api/requests';
import { optionsOfForm, type ScanForm } from '@/lib/config/scan-form';
import { collectors } from '@/lib/scan/collectors/index';
import { planLines } from '@/lib/scan/plan';
import { SnapshotProblem } from '@/lib/store/store-problem';
import { auditRequest } from './audit';
import { problem } from './problem';
import { readJson } from './read-json';
import { beginScan, findScan, goOnWithScan, type Started, stopScan } from './scan-desk';
import { scanStream } from './scan-stream';
import { shelf } from './shelf';

const formShape: z.ZodType<ScanForm> = scanForm;

/** POST /api/scans/plan: what a scan would ask, in lines; nothing is asked of AWS. Never throws. */
export async function planRequest(request: Request): Promise<Response> {
  const read = await readForm(request);
  if (read.kind === 'refused') return read.response;
  return Response.json({ plan: planLines(collectors, read.options) });
}

/** POST /api/scans: begins a scan. Never throws. */
export async function beginRequest(request: Request): Promise<Response> {
  const read = await readForm(request);
  if (read.kind === 'refused') return read.response;
  return started(request, beginScan(read.options, 'person'));
}

/** POST /api/scans/ID/resume: goes on with an interrupted scan. Never throws for bad input. */
export async function resumeRequest(request: Request, id: string): Promise<Response> {
  try {
    const row = await (await shelf()).store?.find(id);
    if (!row) return problem(404, `there is no scan \`${id}\` in the store`);
    if (row.state === 'complete')
      return problem(409, `scan \`${id}\` is complete: nothing is left to be read`);
    return started(request, goOnWithScan(id));
  } catch (error) {
    if (!(error instanceof SnapshotProblem)) throw error;
    return problem(503, error.message);
  }
}

/** POST /api/scans/ID/cancel: ends it in good order; asked again, at once. Never throws. */
export async function cancelRequest(request: Request, id: string): Promise<Response> {
  if (!stopScan(id)) return problem(404, `no scan \`${id}\` is running here`);
  await auditRequest(request, 'scan', { snapshot: id, stopped: 'true' });
  return Response.json({ id }, { status: 202 });
}

/** GET /api/scans/ID/events: how it goes, as server-sent events. Never throws. */
export function eventsRequest(id: string): Response {
  const scan = findScan(id);
  if (scan === null) return problem(404, `no scan \`${id}\` was started here since the server began`);
  return scanStream(scan);
}

async function readForm(request: Request) {
  const read = await readJson(request, formShape);
  if (read.kind === 'refused') return read;
  const parsed = optionsOfForm(read.body, process.env);
  if (parsed.kind === 'problem') return { kind: 'refused', response: problem(422, parsed.problem) } as const;
  return parsed;
}

async function started(request: Request, outcome: Started): Promise<Response> {
  if (outcome.kind === 'started') {
    await auditRequest(request, 'scan', { snapshot: outcome.id });
    return Response.json({ id: outcome.id }, { status: 201 });
  }
  return problem(409, `scan \`${outcome.id}\` is running: watch it, or stop it first`);
}
