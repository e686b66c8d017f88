// What a page asks of a what-if: make an edit, take one back, take in a file or a link, take the file along.
import 'server-only';
import type { z } from 'zod';
import {
  type ReadWhatIf,
  readWhatIfText,
  type WhatIf,
  whatIfText,
  withEditMade,
  withoutEdit,
} from '@/lib/analysis/what-if';
import { LONGEST_WHAT_IF, whatIfAsked } from '@/lib/api/requests';
import { checkedEdit, editedPlace } from '@/lib/scene/what-if-edit';
import { auditRequest } from './audit';
import { openPipeline } from './open-pipeline';
import { problem } from './problem';
import { readJson } from './read-json';
import { recallWhatIf, rememberWhatIf, unpackWhatIf } from './what-ifs';

type Edit = Extract<z.infer<typeof whatIfAsked>, { kind: 'edit' }>;

/** POST /api/what-ifs. Never throws for bad input. */
export async function whatIfRequest(request: Request): Promise<Response> {
  const read = await readJson(request, whatIfAsked, LONGEST_WHAT_IF * 2);
  if (read.kind === 'refused') return read.response;
  const { body } = read;
  switch (body.kind) {
    case 'edit':
      return edit(body);
    case 'undo': {
      const [base, place] = [recallWhatIf(body.base), editedPlace(body.policy)];
      if (base === null) return problem(409, FORGOTTEN);
      return made(place === null ? base : withoutEdit(base, place));
    }
    case 'file':
      return taken(readWhatIfText(body.text));
    case 'link':
      return taken(unpackWhatIf(body.packed));
  }
}

const FORGOTTEN =
  'this server no longer knows the what-if that you go on with: open its link or its file again';

async function edit({ snapshot, pipeline, base, policy, text }: Edit): Promise<Response> {
  const before = recallWhatIf(base);
  if (base !== null && before === null) return problem(409, FORGOTTEN);
  const opened = await openPipeline(snapshot, pipeline);
  if (opened === null)
    return problem(404, `there is no pipeline \`${pipeline}\` in snapshot \`${snapshot}\``);
  if (opened.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);
  const checked = checkedEdit(opened.analysis, policy, text);
  if (checked.kind === 'no such policy')
    return problem(
      404,
      `there is no policy \`${policy}\` that can be edited in what was read of this pipeline`,
    );
  if (checked.kind === 'mistake') return problem(422, checked.message);
  return made(withEditMade(opened.analysis, before, checked.edit));
}

function taken(read: ReadWhatIf): Response {
  return read.kind === 'problem' ? problem(422, read.problem) : made(read.whatIf);
}

/** Its name; null where no edit is left. */
function made(whatIf: WhatIf | null): Response {
  return Response.json({ id: whatIf === null ? null : rememberWhatIf(whatIf) }, { status: 201 });
}

/** GET /api/what-ifs/ID/file. Never throws. */
export async function whatIfFileRequest(request: Request, id: string): Promise<Response> {
  const whatIf = recallWhatIf(id);
  if (whatIf === null) return problem(404, 'this server does not know that what-if, or no longer');
  await auditRequest(request, 'export', { format: 'what-if', snapshot: whatIf.snapshot });
  return new Response(whatIfText(whatIf), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="hatstack-whatif.json"',
      'Cache-Control': 'no-store',
    },
  });
}
