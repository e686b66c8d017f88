// Clients, made when first needed and shared per account, region and service.
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { AdaptiveRetryStrategy } from '@smithy/util-retry';
import type { AccountId, Region } from '@/lib/names/arn';
import { quietSdk } from './quiet-sdk';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export type CredentialSource = () => Promise<Credentials>;

/** What every client of the SDK is made with. */
export interface ClientConfig {
  readonly region: Region;
  readonly credentials: CredentialSource;
  readonly requestHandler: NodeHttpHandler;
  readonly retryStrategy: AdaptiveRetryStrategy;
  /** For S3: an endpoint of one's own has no host name per bucket. */
  readonly forcePathStyle: boolean;
}

export interface ClientPlace {
  /** Whose credentials sign: an account; `caller` for those that put on the roles; `start` for those that put on the initial
   *  role, where there is one. */
  readonly account: AccountId | 'caller' | 'start';
  readonly region: Region;
  readonly service: string;
}

const MAX_SOCKETS = 50;
const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Adaptive retry slows down by itself; the count only bounds a call that never gets through. */
const ATTEMPTS = 8;

type Environment = { readonly [name: string]: string | undefined };

/** One socket pool for the whole scan, and one retry strategy per account, region and service: a throttle in one place
 *  slows that place only, and slows all calls there. */
export class ClientPool {
  readonly #clients = new Map<string, unknown>();
  readonly #handler: NodeHttpHandler;
  readonly #forcePathStyle: boolean;
  readonly #attempts: number;

  constructor(env: Environment, attempts = ATTEMPTS) {
    this.#attempts = attempts;
    quietSdk();
    this.#forcePathStyle = Boolean(env.AWS_ENDPOINT_URL || env.AWS_ENDPOINT_URL_S3);
    const sockets = { keepAlive: true, maxSockets: MAX_SOCKETS };
    this.#handler = new NodeHttpHandler({
      httpAgent: sockets,
      httpsAgent: sockets,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    });
  }

  /** The client of that place; `create` is called at most once for it. */
  client<Client>(
    place: ClientPlace,
    credentials: CredentialSource,
    create: (config: ClientConfig) => Client,
  ): Client {
    const key = `${place.account} ${place.region} ${place.service}`;
    const made = this.#clients.get(key) ?? create(this.#config(place.region, credentials));
    this.#clients.set(key, made);
    return made as Client;
  }

  close(): void {
    this.#clients.clear();
    this.#handler.destroy();
  }

  #config(region: Region, credentials: CredentialSource): ClientConfig {
    return {
      region,
      credentials,
      requestHandler: this.#handler,
      retryStrategy: new AdaptiveRetryStrategy(async () => this.#attempts),
      forcePathStyle: this.#forcePathStyle,
    };
  }
}
