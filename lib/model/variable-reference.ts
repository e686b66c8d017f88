// Environment variables as AWS lists them, of which only references are kept.
import type { Json } from '@/lib/base/json';
import { textField } from './fact-index';
import type { VariableReference } from './service-resource';

/** The reference, or nothing for a plain variable. Never throws. */
export function variableReference(data: Json): readonly VariableReference[] {
  const type = textField(data, 'type');
  if (type !== 'PARAMETER_STORE' && type !== 'SECRETS_MANAGER') return [];
  return [{ name: textField(data, 'name') ?? '', type, value: textField(data, 'value') ?? '' }];
}
