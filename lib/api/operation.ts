// The contract of the list of operations: what one request of the HTTP API is called, takes and answers.
import type { z } from 'zod';

export type Method = 'get' | 'post' | 'patch' | 'delete';

export type Status =
  | 200
  | 201
  | 202
  | 303
  | 400
  | 401
  | 403
  | 404
  | 408
  | 409
  | 411
  | 413
  | 415
  | 421
  | 422
  | 503;

/** A body, or an answer: JSON in a shape, or a file or text of a media type. */
export type Content =
  | { readonly kind: 'json'; readonly name: string; readonly shape: z.ZodType }
  | { readonly kind: 'other'; readonly mediaTypes: readonly string[] };

export interface Parameter {
  readonly name: string;
  readonly says: string;
  readonly isNeeded?: true;
  /** Where it is one of a few words. */
  readonly oneOf?: readonly string[];
}

export interface Answer {
  readonly status: Status;
  readonly says: string;
  readonly content?: Content;
}

export interface Operation {
  readonly method: Method;
  /** In the spelling of OpenAPI: `/api/snapshots/{snapshotId}`. */
  readonly path: string;
  /** Stable: clients that are generated are named by it. */
  readonly id: string;
  readonly summary: string;
  readonly group: 'snapshots' | 'scans' | 'acceptances' | 'what-ifs' | 'search' | 'session' | 'server';
  readonly query?: readonly Parameter[];
  readonly body?: Content;
  /** What it answers when it is done. */
  readonly done: Answer;
  /** What else it answers that is no problem in one line. */
  readonly also?: Answer;
  /** Refusals of its own, each a problem in one line. */
  readonly refusals: readonly Status[];
}
