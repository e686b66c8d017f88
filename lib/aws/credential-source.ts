// Where credentials come from, kept as long as they last.

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface CredentialSource {
  (): Promise<Credentials>;
  /** Makes the next call ask anew: what was given is not accepted any more. */
  readonly forget?: () => void;
  /** Whether these are the credentials that a person started the scan with: nothing can be read without them. */
  readonly isStart?: boolean;
}

/** So early before they expire credentials are fetched anew. */
const EARLY_MS = 5 * 60_000;

/** Asks a source again only shortly before what it gave expires, or when that is to be forgotten, however many clients use it.
 *  A failure is not remembered. */
export function remembered(source: () => Promise<Credentials>, isStart = false): CredentialSource {
  let current: Promise<Credentials> | undefined;
  let expiresAt = Number.POSITIVE_INFINITY;
  const ask = () => {
    if (current === undefined || Date.now() > expiresAt - EARLY_MS) {
      expiresAt = Number.POSITIVE_INFINITY;
      const asked = source();
      current = asked;
      asked.then(
        ({ expiration }) => {
          if (current === asked) expiresAt = expiration?.getTime() ?? Number.POSITIVE_INFINITY;
        },
        () => {
          if (current === asked) current = undefined;
        },
      );
    }
    return current;
  };
  const forget = () => {
    current = undefined;
  };
  // The SDK's word for "do not remember it yourself": else each client would go on with what it was given first.
  return Object.assign(ask, { forget, isStart, memoized: true });
}
