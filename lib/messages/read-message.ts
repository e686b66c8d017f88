// Reads an error message of AWS: who was refused what, on which thing, by which kind of policy.
import { parseArn } from '@/lib/names/arn';
import type { AwsMessage, Found, Wording } from './message';
import { WORDINGS } from './wordings/index';

/** What a message says, by the first wording that fits; null where it is in none of the words that we know: it stays unread and is
 *  never guessed at. Never throws. */
export function readMessage(text: string): AwsMessage | null {
  const plain = text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
  for (const wording of WORDINGS) {
    const found = wording.read(plain);
    if (found !== null) return messageOf(wording, found);
  }
  return null;
}

function messageOf(wording: Wording, found: Found): AwsMessage {
  const action = found.action ?? null;
  const principal = found.principal ?? null;
  return {
    wording: wording.id,
    source: wording.source,
    about: found.about ?? 'denied',
    principal,
    role: found.role ?? (principal === null ? null : roleBehind(principal)),
    action,
    services: found.services ?? (action === null ? [] : [action.slice(0, action.indexOf(':'))]),
    resource: found.resource ?? null,
    layer: found.layer ?? null,
    explicit: found.explicit ?? null,
    cut: found.cut ?? null,
    caveat: found.caveat ?? null,
  };
}

/** `arn:aws:sts::1:assumed-role/name/session` and `arn:aws:iam::1:role/path/name` are both the role `name` of account 1: a session's
 *  ARN leaves the path out.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html (read 2026-11-24) */
function roleBehind(principal: string): AwsMessage['role'] {
  const parts = parseArn(principal);
  if (parts === null) return null;
  const [kind, ...names] = parts.resource.split('/');
  const name = kind === 'assumed-role' ? names[0] : kind === 'role' ? names.at(-1) : undefined;
  return name === undefined || name === '' ? null : { account: parts.account, name };
}
