// Where the dashboard listens and how people sign in; beyond this machine it never starts without a login.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LOOPBACK } from './port.mjs';
import { CannotRun } from './run.mjs';

const THIS_MACHINE = [LOOPBACK, '::1', 'localhost'];
const EVERYWHERE = ['0.0.0.0', '::'];
const SHORTEST_TOKEN = 24;

/** What `env` asks for. `token` is one made here, to be shown once; `settings` are the server's variables, in which
 *  a token stands as its hash only. @throws CannotRun
 *  @param {Record<string, string | undefined>} env */
export function chosenBind(env = process.env) {
  const host = env.HATSTACK_HOST || LOOPBACK;
  const given = givenToken(env);
  const isOpen = !THIS_MACHINE.includes(host);
  const login = chosenLogin(env, given);
  if (isOpen && login === 'none')
    throw new CannotRun(
      `${host} can be reached from other machines, so people must sign in: add --login token (or HATSTACK_LOGIN=token), which prints a token, give one of your own in HATSTACK_TOKEN, or name an identity provider in HATSTACK_OIDC_ISSUER`,
    );
  const made = login === 'token' && given === null ? randomBytes(32).toString('base64url') : null;
  const token = given ?? made;
  const names = [env.HATSTACK_HOSTS, isOpen && !EVERYWHERE.includes(host) ? nameOf(host) : ''];
  return {
    host,
    reachedAt: EVERYWHERE.includes(host) ? LOOPBACK : host,
    isOpen,
    token: made,
    settings: {
      HOSTNAME: host,
      HATSTACK_HOSTS: names.filter(Boolean).join(','),
      HATSTACK_TOKEN: '',
      HATSTACK_TOKEN_FILE: '',
      HATSTACK_TOKEN_HASH: token === null ? '' : createHash('sha256').update(token).digest('hex'),
    },
  };
}

/** An address of IPv6 stands in brackets wherever a port may follow. */
export function nameOf(host) {
  return host.includes(':') ? `[${host}]` : host;
}

/** `token`, `oidc` or `none`: by its name, or by what is given for it. */
function chosenLogin({ HATSTACK_LOGIN: named, HATSTACK_OIDC_ISSUER: issuer }, token) {
  if (named && named !== 'token' && named !== 'oidc')
    throw new CannotRun(`HATSTACK_LOGIN: \`${named}\` is not a way to sign in: it can be token or oidc`);
  if (named === 'oidc' && !issuer)
    throw new CannotRun('HATSTACK_OIDC_ISSUER is missing: the address of the identity provider');
  if (named) return named;
  if (issuer) return 'oidc';
  return token === null ? 'none' : 'token';
}

function givenToken(env) {
  const token = env.HATSTACK_TOKEN || tokenOfFile(env.HATSTACK_TOKEN_FILE);
  if (token === null) return null;
  if (token.length < SHORTEST_TOKEN)
    throw new CannotRun(`the token has ${token.length} characters: it needs ${SHORTEST_TOKEN} or more`);
  return token;
}

function tokenOfFile(file) {
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (problem) {
    throw new CannotRun(`HATSTACK_TOKEN_FILE: \`${file}\` cannot be read (${problem.code})`);
  }
}
