// An identity provider on this machine: whoever signs in is believed, and is in the groups that the name says.
// node e2e/identity-provider.mjs PORT REDIRECT_URI
import Provider from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);

/** `operator.ana` is in the group hats-operator; `stranger.eve` in none; `unverified.bob` has an unverified address. */
function claimsOf(login) {
  const [kind] = login.split('.');
  return {
    sub: login,
    email: `${login}@${kind === 'foreign' ? 'evil.example' : 'acme.example'}`,
    email_verified: kind !== 'unverified',
    groups:
      kind === 'stranger' ? [] : [`hats-${kind === 'unverified' || kind === 'foreign' ? 'operator' : kind}`],
  };
}

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: 'hatstack', client_secret: 'a-secret-of-the-tests', redirect_uris: [redirectUri] }],
  pkce: { required: () => true },
  claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: [] },
  findAccount: (_context, login) => ({ accountId: login, claims: () => claimsOf(login) }),
  cookies: { keys: ['only-for-tests'] },
});
provider.listen(Number(port), 'localhost', () => console.log('identity provider is ready'));
