// The headers of every response: scripts only of our own, no frames, nothing told to other sites.

export interface SecurityHeaders {
  readonly [name: string]: string;
  readonly 'Content-Security-Policy': string;
}

/** The headers for one response. `nonce` marks the scripts of this response; in development React needs `eval`. Never throws. */
export function securityHeaders(nonce: string, mode: 'development' | 'production'): SecurityHeaders {
  const forDevelopment = mode === 'development' ? " 'unsafe-eval'" : '';
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
      `style-src 'self' ${mode === 'development' ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
      // The drawing places its boxes by style attributes; an attribute cannot run anything.
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Nothing to other sites. To itself the address is told: a form sent under `no-referrer` has the Origin `null`, which
    // could not be told from that of another site.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}
