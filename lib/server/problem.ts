// A refusal as a machine reads it: RFC 9457, one clear line.

const TITLES = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  408: 'Too slow',
  409: 'Not now',
  411: 'Length required',
  413: 'Too large',
  415: 'Not of this kind',
  421: 'Not served here',
  422: 'Cannot be read',
  503: 'Out of reach',
} as const;

type Status = keyof typeof TITLES;

/** A response that says what was wrong with the request, and what to do. Never throws. */
export function problem(status: Status, detail: string): Response {
  return new Response(problemBody(status, detail), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
}

/** The body of such a response. Never throws. */
export function problemBody(status: Status, detail: string): string {
  return JSON.stringify({ title: TITLES[status], status, detail });
}
