// A refusal as a machine reads it: RFC 9457, one clear line.

/** A response that says what was wrong with the request, and what to do. Never throws. */
export function problem(status: 400 | 404 | 422, detail: string): Response {
  const titles = { 400: 'Bad request', 404: 'Not found', 422: 'Cannot be read' };
  return new Response(JSON.stringify({ title: titles[status], status, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
