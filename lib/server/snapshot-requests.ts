// What a page may do with kept snapshots: name, pin, delete, take in, take along.
import 'server-only';
import { Readable } from 'node:stream';
import { LONGEST_NAME, snapshotChange } from '@/lib/api/requests';
import { placeOf } from '@/lib/store/place';
import { compressed, readSnapshotBytes } from '@/lib/store/snapshot-bytes';
import { streamOf } from '@/lib/store/snapshot-stream';
import { openStore, type Store } from '@/lib/store/store';
import { SnapshotProblem } from '@/lib/store/store-problem';
import packageJson from '../../package.json';
import { auditRequest } from './audit';
import { readBody } from './body-limit';
import { problem } from './problem';
import { readJson } from './read-json';
import { lastScan } from './scan-desk';
import { shelf } from './shelf';
import { exampleSnapshot, listSnapshots } from './snapshot-refs';

/** Unpacked; more than that would hold up every page while it is read. */
const MOST_UNPACKED_BYTES = 512 * 1024 * 1024;

const MOST_MS = 120_000;
const UPLOAD_PROBLEMS = {
  'too-large': { status: 413, detail: 'the file is larger than 64 MB: use `hatstack snapshots import`' },
  'too-slow': { status: 408, detail: 'the file took longer than two minutes: send it again' },
  'broken-off': { status: 400, detail: 'the file did not come through: send it again' },
} as const;

/** PATCH /api/snapshots/ID. Never throws for bad input. */
export async function changeRequest(request: Request, id: string): Promise<Response> {
  const read = await readJson(request, snapshotChange);
  if (read.kind === 'refused') return read.response;
  const { name, isPinned } = read.body;
  return withKept(id, async (store) => {
    if (name !== undefined) await store.rename(id, name === '' ? null : name);
    if (isPinned !== undefined) await store.pin(id, isPinned);
    await auditRequest(request, 'change', {
      snapshot: id,
      ...(name === undefined ? {} : { name }),
      ...(isPinned === undefined ? {} : { isPinned: String(isPinned) }),
    });
    return Response.json({ id });
  });
}

/** DELETE /api/snapshots/ID. Never throws for bad input. */
export async function deleteRequest(request: Request, id: string): Promise<Response> {
  const scan = lastScan();
  if (scan !== null && !scan.isOver && scan.start.id === id)
    return problem(409, `scan \`${id}\` is running: stop it first`);
  return withKept(id, async (store) => {
    await store.delete(id);
    await auditRequest(request, 'delete', { snapshot: id });
    return Response.json({ id });
  });
}

/** POST /api/snapshots: takes in the file that is sent, called `?name=`. Never throws for bad input. */
export async function uploadRequest(request: Request): Promise<Response> {
  const upload = await readBody(request, { withinMs: MOST_MS });
  if (upload.kind !== 'bytes') {
    const { status, detail } = UPLOAD_PROBLEMS[upload.kind];
    return problem(status, detail);
  }
  const name = new URL(request.url).searchParams.get('name')?.slice(0, LONGEST_NAME) || 'the file';
  return orProblem(422, async () => {
    const bytes = Readable.from([Buffer.from(upload.bytes)]);
    const snapshot = await readSnapshotBytes(name, bytes, MOST_UNPACKED_BYTES);
    // The shelf makes no store; whoever brings something in does.
    const store = await openStore(placeOf(process.env));
    try {
      await store.add(snapshot, packageJson.version);
    } finally {
      await store.close();
    }
    await auditRequest(request, 'upload', { snapshot: snapshot.head.id });
    return Response.json({ id: snapshot.head.id }, { status: 201 });
  });
}

/** GET /api/snapshots/ID/file: the snapshot as one compressed file. Never throws for bad input. */
export async function downloadRequest(request: Request, id: string): Promise<Response> {
  return orProblem(422, async () => {
    const isListed = id === exampleSnapshot().ref || (await listSnapshots()).some(({ ref }) => ref === id);
    if (!isListed) return problem(404, `there is no snapshot \`${id}\` in the store`);
    await auditRequest(request, 'export', { snapshot: id, format: 'snapshot' });
    const opened = await shelf();
    const isKept = opened.store !== null && (await opened.store.find(id)) !== null;
    const snapshot = isKept ? await opened.store.open(id) : streamOf(await opened.read(id));
    // Sent as it is read; what breaks off on the way lacks its checksum, and is noticed by whoever takes it in.
    return new Response(Readable.toWeb(Readable.from(compressed(snapshot))) as ReadableStream, {
      headers: {
        'Content-Type': 'application/gzip',
        'Content-Disposition': `attachment; filename="${id.replace(/[^A-Za-z0-9._-]+/g, '-')}.json.gz"`,
        'Cache-Control': 'no-store',
      },
    });
  });
}

async function withKept(id: string, work: (store: Store) => Promise<Response>): Promise<Response> {
  return orProblem(503, async () => {
    const { store } = await shelf();
    if (store === null || (await store.find(id)) === null)
      return problem(404, `there is no snapshot \`${id}\` in the store`);
    return work(store);
  });
}

async function orProblem(status: 422 | 503, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SnapshotProblem)) throw error;
    return problem(status, error.message);
  }
}
