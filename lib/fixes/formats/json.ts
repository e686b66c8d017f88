// The policy document itself, whole.
import type { FixFormat } from '../fix-format';

export const json: FixFormat = {
  id: 'json',
  title: 'JSON',
  extension: 'json',
  print: ({ after }) => `${JSON.stringify(after, null, 2)}\n`,
};
