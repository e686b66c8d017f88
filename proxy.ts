// Runs before every response, pages, API and static files alike: who may ask, and what a browser may do with the answer.
import { type NextRequest, NextResponse } from 'next/server';
import { API_VERSION } from '@/lib/api/version';
import { gate, type Passage, tellWho } from '@/lib/server/gate';
import { problemBody } from '@/lib/server/problem';
import { securityHeaders } from '@/lib/server/security-headers';

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const headers = securityHeaders(
    nonce,
    process.env.NODE_ENV === 'development' ? 'development' : 'production',
  );
  const passage = gate(request.method, request.nextUrl.pathname, request.headers);
  const response = passage.kind === 'in' ? goOn(request, passage, headers) : turnAway(request, passage);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (request.nextUrl.pathname.startsWith('/api/')) response.headers.set('Hatstack-Api', String(API_VERSION));
  return response;
}

function goOn(
  request: NextRequest,
  { person }: Extract<Passage, { kind: 'in' }>,
  headers: { readonly 'Content-Security-Policy': string },
): NextResponse {
  const asked = new Headers(request.headers);
  // Next reads the nonce of its own scripts from the request's policy.
  asked.set('Content-Security-Policy', headers['Content-Security-Policy']);
  // Layouts are not told the query. A header holds but few letters.
  for (const name of ['theme', 'snapshot'])
    asked.set(`x-hatstack-${name}`, encodeURIComponent(request.nextUrl.searchParams.get(name) ?? ''));
  asked.set('x-hatstack-path', request.nextUrl.pathname);
  tellWho(asked, person);
  if (!isDecodable(request.nextUrl.pathname)) return unreadable(request, asked);
  return NextResponse.next({ request: { headers: asked } });
}

/** No route could read its part of the address. A page's answer is that of a page which is not there. */
function unreadable(request: NextRequest, headers: Headers): NextResponse {
  if (request.nextUrl.pathname.startsWith('/api/'))
    return apiProblem(
      400,
      'the address cannot be read: a `%` in it is followed by no two hex digits of UTF-8',
    );
  return NextResponse.rewrite(new URL('/address-that-cannot-be-read', request.url), { request: { headers } });
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function turnAway(request: NextRequest, passage: Exclude<Passage, { kind: 'in' }>): NextResponse {
  const { pathname, search } = request.nextUrl;
  switch (passage.kind) {
    case 'closed':
      return text(503, `Hatstack serves nobody: ${passage.problem}\n`);
    case 'again':
      // A navigation that this page starts itself carries the cookie.
      return new NextResponse(
        '<!doctype html><meta http-equiv="refresh" content="0"><title>Hatstack</title>',
        {
          headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
        },
      );
    case 'sign-in': {
      const next = `${pathname}${search}`;
      const query = next === '/' ? '' : `?${new URLSearchParams({ next })}`;
      return NextResponse.redirect(new URL(`/sign-in${query}`, request.url), 303);
    }
    case 'refused':
      if (pathname.startsWith('/api/')) return apiProblem(passage.status, passage.detail);
      return text(passage.status, `${passage.detail}\n`);
  }
}

function apiProblem(status: Parameters<typeof problemBody>[0], detail: string): NextResponse {
  return new NextResponse(problemBody(status, detail), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

function text(status: number, line: string): NextResponse {
  return new NextResponse(line, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
