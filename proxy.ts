// Runs before every response, pages, API and static files alike: who may ask, and what a browser may do with the answer.
import { type NextRequest, NextResponse } from 'next/server';
import { isAllowedHost } from '@/lib/server/allowed-host';
import { securityHeaders } from '@/lib/server/security-headers';

export function proxy(request: NextRequest): NextResponse {
  const host = request.headers.get('host');
  const nonce = btoa(crypto.randomUUID());
  const headers = securityHeaders(
    nonce,
    process.env.NODE_ENV === 'development' ? 'development' : 'production',
  );

  if (!isAllowedHost(host, process.env.HATSTACK_HOSTS)) {
    const line = `\`${host ?? ''}\` is not served here: add it to HATSTACK_HOSTS if it is yours\n`;
    return new NextResponse(line, { status: 421, headers: { ...headers, 'Content-Type': 'text/plain' } });
  }

  // Next reads the nonce of its own scripts from the request's policy.
  const asked = new Headers(request.headers);
  asked.set('Content-Security-Policy', headers['Content-Security-Policy']);
  asked.set('x-hatstack-theme', request.nextUrl.searchParams.get('theme') ?? '');
  const response = NextResponse.next({ request: { headers: asked } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
