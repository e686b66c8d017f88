import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers';

const policy = (mode: 'development' | 'production') =>
  securityHeaders('abc', mode)['Content-Security-Policy'];

test('only scripts with the nonce of this response run, and nothing is evaluated', () => {
  expect(policy('production')).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy('production')).not.toContain('unsafe-eval');
  expect(policy('production')).not.toMatch(/(script-src|style-src) [^;]*unsafe-inline/);
});

test('no other page can frame this one, and nothing is told to other sites', () => {
  const headers = securityHeaders('abc', 'production');
  expect(policy('production')).toContain("frame-ancestors 'none'");
  expect(headers['X-Content-Type-Options']).toBe('nosniff');
  expect(headers['Referrer-Policy']).toBe('same-origin');
});
