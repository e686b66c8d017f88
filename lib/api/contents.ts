// What operations share: how a body is told, and parameters that mean the same everywhere.
import type { Content, Parameter } from './operation';

/** A body of JSON, called by its name in the document. Never throws. */
export const json = (name: string, shape: Extract<Content, { kind: 'json' }>['shape']): Content => ({
  kind: 'json',
  name,
  shape,
});
/** A body of any other kind. Never throws. */
export const file = (...mediaTypes: readonly string[]): Content => ({ kind: 'other', mediaTypes });

export const PIPELINE: Parameter = { name: 'pipeline', says: 'Its ARN, or `account.region.name`.' };
export const REDACT: Parameter = {
  name: 'redact',
  says: 'Given with any value: account ids, names and ARNs are pseudonyms.',
};
export const NAME: Parameter = { name: 'name', says: 'What the file is called; problems cite it.' };
