// The state of a pipeline's page, as its URL holds it: a link shows what I see.
import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { FILTERS } from '@/components/verdict/states';

export const VIEWS = ['graph', 'table'] as const;

/** Which hop is open: none named means the one that explains, 0 means none. */
export const hopParser = parseAsInteger.withOptions({ history: 'replace' });

export const pipelineState = {
  /** `stage/action`, the action in focus. */
  action: parseAsString,
  filter: parseAsStringLiteral(FILTERS).withDefault('any'),
  view: parseAsStringLiteral(VIEWS).withDefault('graph'),
  hop: hopParser,
  snapshot: parseAsString,
};

export interface PipelineState {
  readonly action: string | null;
  readonly filter: (typeof FILTERS)[number];
  readonly view: (typeof VIEWS)[number];
  readonly hop: number | null;
  readonly snapshot: string | null;
}

/** The URL of a state: `pipelineHref(path, {...state, action: 'Deploy/Prod'})`. */
export const pipelineHref = createSerializer(pipelineState);
