// Sends requests over the scan's one pool of sockets, no more at once than the caps allow.
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { CallCounts } from './call-counts';
import type { CallGate } from './call-gate';
import type { Clock } from './clock';

export interface Sending {
  readonly handler: NodeHttpHandler;
  readonly gate: CallGate;
  readonly counts: CallCounts;
  readonly clock: Clock;
}

/** One for each client; it lives no longer than that, and the sockets outlive it. */
export class PoliteHandler {
  readonly metadata: NodeHttpHandler['metadata'];
  readonly #sending: Sending;
  readonly #account: string;
  readonly #service: string;

  /** `service` names one service in one account and region. */
  constructor(sending: Sending, account: string, service: string) {
    this.metadata = sending.handler.metadata;
    this.#sending = sending;
    this.#account = account;
    this.#service = service;
  }

  async handle(...given: Parameters<NodeHttpHandler['handle']>): ReturnType<NodeHttpHandler['handle']> {
    const { handler, gate, counts, clock } = this.#sending;
    const leave = await gate.enter(this.#account, this.#service);
    counts.addCall();
    try {
      const answer = await handler.handle(...given);
      clock.learn(answer.response.headers.date);
      return answer;
    } finally {
      leave();
    }
  }

  /** The sockets are the scan's, not this client's. */
  destroy(): void {}

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): ReturnType<NodeHttpHandler['httpHandlerConfigs']> {
    return this.#sending.handler.httpHandlerConfigs();
  }
}
