// The tables of the store, as docs/decisions/0004-store.md describes them.
import type { Generated } from 'kysely';

export interface SnapshotsTable {
  number: Generated<number>;
  /** What a person or a URL calls it. */
  id: string;
  name: string | null;
  /** 0 or 1: retention passes by what is pinned. */
  pinned: number;
  /** Only `complete` ones are ever shown; `arriving`: it comes from a file and is not whole yet. */
  state: 'running' | 'complete' | 'arriving';
  /** ISO 8601, UTC. */
  taken_at: string;
  tool_version: string;
  /** JSON: what was asked for, so that it can be gone on with; null for a snapshot that came from a file. */
  request: string | null;
  /** JSON: what is to be read; of one that is arriving, which process takes it in; null for one that came from a file. */
  plan: string | null;
  /** JSON lists. */
  accounts: string;
  regions: string;
}

/** The JSON of facts, each text once for all snapshots. */
export interface DocumentsTable {
  /** SHA-256 of the body, base64url. */
  hash: string;
  body: string;
}

export interface FactsTable {
  snapshot: number;
  kind: string;
  account: string;
  region: string;
  /** The ARN; where there is none, `#` and the hash of the document. */
  key: string;
  source: string;
  /** Hash of the document. */
  document: string;
}

export interface GapsTable {
  snapshot: number;
  source: string;
  account: string;
  region: string;
  /** Empty where the call lists. */
  scope: string;
  code: string;
  /** JSON of the whole gap. */
  body: string;
}

/** Of a scan that runs: which other accounts and buckets a fact mentions, so that who reads these finds it. */
export interface MentionsTable {
  snapshot: number;
  name: string;
  /** These four say which fact. */
  account: string;
  kind: string;
  region: string;
  key: string;
}

/** What was made of a snapshot: a cache, which can be thrown away and made anew. */
export interface JudgementsTable {
  snapshot: number;
  /** What it was made with: the settings, and the program. */
  key: string;
  kind: string;
  name: string;
  /** As it was given, or compressed where it is long. */
  body: string;
}

export interface UnitsTable {
  snapshot: number;
  /** Its place in the plan. */
  ordinal: number;
  phase: number;
  collector: string;
  account: string;
  region: string;
  state: 'waiting' | 'taken' | 'done';
  attempts: number;
  /** The process that reads it. */
  claimed_by: string | null;
  /** ISO 8601, UTC: when that process was last heard of. */
  heartbeat: string | null;
  facts: number;
  gaps: number;
}

export interface VersionTable {
  version: number;
  applied_at: string;
}

export interface Tables {
  snapshots: SnapshotsTable;
  documents: DocumentsTable;
  facts: FactsTable;
  gaps: GapsTable;
  mentions: MentionsTable;
  judgements: JudgementsTable;
  units: UnitsTable;
  schema_version: VersionTable;
}
