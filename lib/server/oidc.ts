// Signing in at an identity provider: OpenID Connect's code flow with PKCE, state and nonce.
import 'server-only';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { isPlainHttp, type OidcSettings } from '@/lib/auth/oidc-settings';
import type { Trip } from '@/lib/auth/pending';
import type { Claims } from '@/lib/auth/person-of-claims';

const slot = Symbol.for('hatstack.identity-provider');
const shared = globalThis as { [slot: symbol]: Promise<Configuration> | undefined };

/** Seconds that the identity provider may take over an answer. */
const PATIENCE = 10;

/** Where the browser goes, and what must fit when it comes back to `redirectUri`.
 *  @throws when the identity provider cannot be reached or is none */
export async function leaveFor(
  settings: OidcSettings,
  redirectUri: string,
  next: string,
): Promise<{ readonly url: URL; readonly trip: Trip }> {
  const trip: Trip = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), next };
  const url = buildAuthorizationUrl(await provider(settings), {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
  });
  return { url, trip };
}

/** What the identity provider says of whoever came back with `cameTo`: the id token, and what else it tells on asking.
 *  @throws when anything does not fit: state, nonce, verifier, signature, issuer, audience, time */
export async function claimsOf(settings: OidcSettings, cameTo: URL, trip: Trip): Promise<Claims> {
  const configuration = await provider(settings);
  const tokens = await authorizationCodeGrant(configuration, cameTo, {
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    pkceCodeVerifier: trip.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('the identity provider gave no id token');
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
  const more = await fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return { ...more, ...claims };
}

/** Asked once; after a failure anew. */
async function provider({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  shared[slot] ??= discovery(new URL(issuer), clientId, clientSecret ?? undefined, undefined, {
    timeout: PATIENCE,
    execute: isPlainHttp(issuer) ? [allowInsecureRequests] : [],
  });
  try {
    return await shared[slot];
  } catch (error) {
    shared[slot] = undefined;
    throw error;
  }
}
