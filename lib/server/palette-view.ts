// What the command palette asks for: whatever of the snapshot in view fits a few letters.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type PaletteIndex, paletteFind, paletteIndex } from '@/lib/scene/palette';
import { openSnapshot } from './open-snapshot';
import { problem } from './problem';

/** Nobody types more to find a name. */
const LONGEST = 200;

/** GET /api/search?q=&snapshot=: the best of each kind. Never throws for bad input. */
export async function searchRequest(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const typed = query.get('q') ?? '';
  if (typed.length > LONGEST) return problem(400, `\`q\` takes at most ${LONGEST} letters`);
  const opened = await openSnapshot(query.get('snapshot'));
  if (opened.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);
  return Response.json(
    { groups: paletteFind(indexOf(opened.analysis), typed) },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

function indexOf(analysis: Analysis): PaletteIndex {
  const index = kept.get(analysis) ?? paletteIndex(analysis);
  kept.set(analysis, index);
  return index;
}

const kept = new WeakMap<Analysis, PaletteIndex>();
