// Clients, made when first needed, shared per account, region and service, and let go with those who use them.
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AccountId, Region } from '@/lib/names/arn';
import { AwsProblem } from './aws-problem';
import { CallCounts, type CallTotals } from './call-counts';
import { type CallCaps, CallGate } from './call-gate';
import { Clock } from './clock';
import type { CredentialSource } from './credential-source';
import { PoliteHandler } from './polite-handler';
import { PoliteRetry } from './polite-retry';
import { quietSdk } from './quiet-sdk';
import { Recent } from './recent';

/** What every client of the SDK is made with. */
export interface ClientConfig {
  readonly region: Region;
  readonly credentials: CredentialSource;
  readonly requestHandler: PoliteHandler;
  readonly retryStrategy: PoliteRetry;
  /** For S3: an endpoint of one's own has no host name per bucket. */
  readonly forcePathStyle: boolean;
  /** Milliseconds; what is known of this machine's clock. The SDK corrects it further from each answer. */
  readonly systemClockOffset: number;
}

export interface ClientPlace {
  /** Whose credentials sign: an account; `caller` for those that put on the roles; `start` for those that put on the initial
   *  role, where there is one. */
  readonly account: AccountId | 'caller' | 'start';
  readonly region: Region;
  readonly service: string;
}

/** The clients of one unit of work. */
export interface ClientLease {
  /** The client of that place, shared with whoever else has it on lease; `create` is called where nobody has. */
  readonly client: <Client>(
    place: ClientPlace,
    credentials: CredentialSource,
    create: (config: ClientConfig) => Client,
  ) => Client;
  /** Lets them go. */
  readonly end: () => void;
}

/** An account of its own is limited by AWS per service and region; these keep a scan far below what others there need. */
export const DEFAULT_CAPS: CallCaps = { overall: 20, perAccount: 10, perService: 5 };

const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Idle sockets are kept for each host, and there is a host for each service and region. */
const MAX_IDLE_SOCKETS = 4;
/** Adaptive retry slows down by itself; the count only bounds a call that never gets through. */
const ATTEMPTS = 8;
/** Places that AWS throttled and whose rate is remembered after their clients are gone. */
const REMEMBERED_PLACES = 500;

type Environment = { readonly [name: string]: string | undefined };

interface Held {
  readonly client: unknown;
  users: number;
}

/** One pool of sockets and one set of caps for the whole scan, and one retry strategy per account, region and service: a
 *  throttle in one place slows that place only, and slows all calls there. What it holds grows with what runs at the same
 *  time, never with the number of accounts. */
export class ClientPool {
  readonly #clients = new Map<string, Held>();
  readonly #strategies = new Recent<string, PoliteRetry>(REMEMBERED_PLACES);
  readonly #handler: NodeHttpHandler;
  readonly #forcePathStyle: boolean;
  readonly #attempts: number;
  readonly #gate: CallGate;
  readonly #counts = new CallCounts();
  readonly #clock = new Clock();
  readonly #own: ClientLease = this.lease();

  constructor(env: Environment, caps: Partial<CallCaps> = {}, attempts = ATTEMPTS) {
    this.#attempts = attempts;
    this.#gate = new CallGate({ ...DEFAULT_CAPS, ...caps });
    quietSdk();
    this.#forcePathStyle = Boolean(env.AWS_ENDPOINT_URL || env.AWS_ENDPOINT_URL_S3);
    const maxSockets = this.#gate.caps.overall;
    const sockets = { keepAlive: true, maxSockets, maxFreeSockets: Math.min(MAX_IDLE_SOCKETS, maxSockets) };
    // One endpoint of our own is one host, and all sockets may be its.
    if (env.AWS_ENDPOINT_URL) sockets.maxFreeSockets = maxSockets;
    this.#handler = new NodeHttpHandler({
      httpAgent: sockets,
      httpsAgent: sockets,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    });
  }

  /** What was sent so far, and what is on the way. */
  totals(): CallTotals {
    const { calls, throttles, heldBack } = this.#counts;
    return { calls, throttles, open: this.#gate.open, waiting: this.#gate.waiting + heldBack };
  }

  /** The client of that place, kept until the pool is closed: for those few that the whole scan needs. */
  client<Client>(
    place: ClientPlace,
    credentials: CredentialSource,
    create: (config: ClientConfig) => Client,
  ): Client {
    return this.#own.client(place, credentials, create);
  }

  /** Clients for a unit of work, which ends them. */
  lease(): ClientLease {
    const held = new Map<string, Held>();
    return {
      client: (place, credentials, create) => {
        const key = `${place.account} ${place.region} ${place.service}`;
        const mine = held.get(key) ?? this.#take(key, () => create(this.#config(key, place, credentials)));
        held.set(key, mine);
        // Whoever asks for the same place asks for the same kind of client.
        return mine.client as ReturnType<typeof create>;
      },
      end: () => {
        for (const [key, one] of held) {
          one.users -= 1;
          if (one.users > 0) continue;
          this.#clients.delete(key);
          this.#strategies.forgetUnless(key, ({ wasThrottled }) => wasThrottled);
        }
        held.clear();
      },
    };
  }

  /** Sends nothing more: every further call fails with a line that says why. */
  stop(why: string): void {
    this.#gate.close(new AwsProblem(why));
  }

  /** How many clients there are. */
  get size(): number {
    return this.#clients.size;
  }

  close(): void {
    this.#own.end();
    this.#clients.clear();
    this.#handler.destroy();
  }

  #take(key: string, create: () => unknown): Held {
    const held = this.#clients.get(key) ?? { client: create(), users: 0 };
    held.users += 1;
    this.#clients.set(key, held);
    return held;
  }

  #config(key: string, { account, region }: ClientPlace, credentials: CredentialSource): ClientConfig {
    const sending = { handler: this.#handler, gate: this.#gate, counts: this.#counts, clock: this.#clock };
    return {
      region,
      credentials,
      requestHandler: new PoliteHandler(sending, account, key),
      retryStrategy: this.#strategies.get(key, () => new PoliteRetry(this.#attempts, this.#counts)),
      forcePathStyle: this.#forcePathStyle,
      systemClockOffset: this.#clock.offsetMs,
    };
  }
}
