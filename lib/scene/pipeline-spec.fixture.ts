// How a test says which pipeline it wants drawn.
import type { HopKind } from '@/lib/graph/hop';
import type { State } from '@/lib/verdict/judgement';

export interface ActionSpec {
  readonly name: string;
  readonly provider: string;
  /** Index into `accounts`; the account of the role that runs the action. */
  readonly account: number;
  readonly region: string;
  /** Name of the role; null: the pipeline role itself. */
  readonly role: string | null;
  readonly modelled?: boolean;
  readonly passes?: string;
  readonly stack?: string;
  readonly source?: string;
  readonly faults?: Partial<Record<HopKind, State>>;
  readonly overBroad?: boolean;
}

export interface PipelineSpec {
  readonly name: string;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly read?: boolean }[];
  /** The pipeline's own region; the pipeline stands in the first account. */
  readonly region: string;
  readonly stages: readonly {
    readonly name: string;
    readonly run?: string;
    readonly actions: readonly ActionSpec[];
  }[];
  readonly ci?: string;
}
