// The state of the pipelines page, as its URL holds it.
import { createSerializer, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { FILTERS } from '@/components/verdict/states';

export const COLUMNS = [
  'name',
  'state',
  'mark',
  'why',
  'accounts',
  'regions',
  'actions',
  'run',
  'when',
] as const;
export type Column = (typeof COLUMNS)[number];

export const listState = {
  find: parseAsString.withDefault(''),
  filter: parseAsStringLiteral(FILTERS).withDefault('any'),
  broad: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(COLUMNS).withDefault('state'),
  reverse: parseAsBoolean.withDefault(false),
};

/** The URL of a list: `listHref('/pipelines', { snapshot, filter: 'broken' })`. */
export const listHref = createSerializer({ ...listState, snapshot: parseAsString });

export interface ListState {
  readonly find: string;
  readonly filter: (typeof FILTERS)[number];
  readonly broad: boolean;
  readonly sort: Column;
  readonly reverse: boolean;
}
