// What a page may do with accepted findings: accept one, withdraw it, take the file along, take one in.
import 'server-only';
import { RULE_IDS } from '@/lib/analysis/settings';
import { acceptance } from '@/lib/api/requests';
import { mistakeInEntry, readEntries } from '@/lib/config/accepted-entries';
import { accept, acceptedNow, peopleHaveNames, today, withdraw } from './accepted';
import { auditRequest } from './audit';
import { readBody } from './body-limit';
import { whoAsks } from './gate';
import { problem } from './problem';
import { readJson } from './read-json';

const MOST_BYTES = 1024 * 1024;

/** POST /api/acceptances. Never throws for bad input. */
export async function acceptRequest(request: Request): Promise<Response> {
  const read = await readJson(request, acceptance);
  if (read.kind === 'refused') return read.response;
  const { finding, reason, expires } = read.body;
  const author = peopleHaveNames() ? whoAsks(request.headers)?.name : read.body.author;
  if (author === undefined) return problem(400, '`author`: give your name');
  for (const [key, value] of [
    ['finding', finding],
    ['expires', expires],
  ] as const) {
    const wrong = mistakeInEntry(key, value, RULE_IDS);
    if (wrong !== null) return problem(400, `\`${key}\` ${wrong}`);
  }
  if (expires < today()) return problem(400, `\`expires\` \`${expires}\` has passed: give a day to come`);
  const changed = accept([{ risk: { kind: 'finding', id: finding }, reason, author, expires }]);
  if (changed.kind === 'problem') return problem(409, changed.problem);
  await auditRequest(request, 'acceptance', { finding, author, expires, reason });
  return Response.json({ finding }, { status: 201 });
}

/** DELETE /api/acceptances?finding=ID. Never throws for bad input. */
export async function withdrawRequest(request: Request): Promise<Response> {
  const finding = new URL(request.url).searchParams.get('finding') ?? '';
  const read = acceptedNow();
  if (read.kind === 'problem') return problem(409, read.problem);
  if (!read.entries.some(({ risk }) => risk.kind === 'finding' && risk.id === finding))
    return problem(404, `no entry accepts \`${finding}\` by its id`);
  const changed = withdraw(finding);
  if (changed.kind === 'problem') return problem(409, changed.problem);
  await auditRequest(request, 'acceptance', { finding, withdrawn: 'true' });
  return Response.json({ finding });
}

/** GET /api/acceptances/file: the file as it stands. Never throws. */
export async function acceptedFileRequest(request: Request): Promise<Response> {
  const read = acceptedNow();
  if (read.text === undefined)
    return problem(409, read.kind === 'problem' ? read.problem : 'it cannot be read');
  await auditRequest(request, 'export', { format: 'accepted' });
  return new Response(read.text === '' ? 'accepted: []\n' : read.text, {
    headers: {
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="hatstack-accepted.yaml"',
      'Cache-Control': 'no-store',
    },
  });
}

/** POST /api/acceptances/file: takes in the entries of a file; those that accept the same are replaced, the others stay. Never throws
 *  for bad input. */
export async function takeInRequest(request: Request): Promise<Response> {
  const body = await readBody(request, { mostBytes: MOST_BYTES });
  if (body.kind === 'too-large') return problem(413, 'the file is larger than 1 MB');
  if (body.kind !== 'bytes') return problem(400, 'the file did not come through: send it again');
  const name = new URL(request.url).searchParams.get('name')?.slice(0, 120) || 'the file';
  const given = readEntries(name, new TextDecoder().decode(body.bytes), RULE_IDS);
  if (given.kind === 'problem') return problem(422, given.problem);
  const changed = accept(given.entries);
  if (changed.kind === 'problem') return problem(409, changed.problem);
  await auditRequest(request, 'acceptance', { file: name, entries: String(given.entries.length) });
  return Response.json({ entries: given.entries.length });
}
