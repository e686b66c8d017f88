// Sends a call once more when credentials ran out, and tells when nothing more can be read.
import { AwsProblem } from './aws-problem';
import { classifyError, hasRunOut } from './classify-error';
import type { CredentialSource } from './credential-source';

/** What a clock that is wrong comes to, in one line. */
export function clockLine(code: string): string {
  return `AWS does not accept the time of this machine (${code}): set its clock, which may be five minutes off at most, and scan again`;
}

/** The answer of the call; credentials that ran out in the middle are fetched anew, once.
 *  @throws AwsProblem when the credentials that started the scan are gone, or the clock stays wrong after the SDK's correction: no
 *  other call would fare better. Otherwise whatever `send` throws. */
export async function withFreshCredentials<T>(
  credentials: CredentialSource,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof AwsProblem) throw error;
    const { kind, code } = classifyError(error);
    if (kind === 'clock') throw new AwsProblem(clockLine(code));
    if (!hasRunOut(code)) throw error;
  }
  credentials.forget?.();
  return send().catch((error: unknown) => {
    const { code } = classifyError(error);
    if (!credentials.isStart || !hasRunOut(code)) throw error;
    throw new AwsProblem(
      `the credentials that started the scan ran out (${code}) and could not be renewed: log in again, for example with \`aws sso login\`, and go on`,
    );
  });
}
