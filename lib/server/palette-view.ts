// What the command palette asks for: whatever of the snapshot in view fits a few letters.
import 'server-only';
import { LONGEST_SEARCH } from '@/lib/api/requests';
import { paletteFind } from '@/lib/scene/palette';
import { openViews } from './open-views';
import { problem } from './problem';

/** GET /api/search?q=&snapshot=: the best of each kind. Never throws for bad input. */
export async function searchRequest(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const typed = query.get('q') ?? '';
  if (typed.length > LONGEST_SEARCH) return problem(400, `\`q\` takes at most ${LONGEST_SEARCH} letters`);
  const opened = await openViews(query.get('snapshot'), ['palette']);
  if (opened.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);
  return Response.json(
    { groups: paletteFind(opened.views.palette, typed) },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}
