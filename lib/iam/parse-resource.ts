// Reads one text of a Resource element.
import { arnFields, completedArnPattern, looseArnPattern, strictArnPattern } from './arn-pattern';
import type { PolicyType } from './policy';
import type { ResourcePattern } from './statement';
import { patternOf, readTemplate } from './template';
import { isEverything, isPlain, type Pattern, STAR, toPattern } from './wildcard';

const ARN_FIELDS = 6;
/** Policies in which an ARN with missing fields is completed. */
const COMPLETED: readonly PolicyType[] = ['identity', 'boundary'];

/** What a text of Resource or NotResource matches. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html (read 2026-11-24) */
export function parseResource(text: string, type: PolicyType, isTemplated: boolean): ResourcePattern {
  const isCompleted = COMPLETED.includes(type);
  const pattern = toPattern(text);
  if (!isTemplated || !text.includes('${')) return resourcePattern(pattern, isCompleted);
  // Variables stand after the fifth colon only; before it a `${` is plain text.
  const head = arnFields(pattern).slice(0, -1).join(':');
  const template = readTemplate(text.slice(head.length), true);
  const filled = patternOf(template);
  if (arnFields(pattern).length < ARN_FIELDS) return resourcePattern(pattern, isCompleted);
  if (filled !== null) return resourcePattern(head + filled, isCompleted);
  return { kind: 'template', template: [head, ...template], isCompleted };
}

/** What a pattern without variables matches. Never throws. */
export function resourcePattern(pattern: Pattern, isCompleted: boolean): ResourcePattern {
  if (isEverything(pattern)) return { kind: 'everything' };
  const isShort = arnFields(pattern).length < ARN_FIELDS;
  if (!isShort && isPlain(pattern)) return { kind: 'literal', arn: pattern };
  if (isShort && !isCompleted && !pattern.endsWith(STAR)) return { kind: 'nothing' };
  const strict = strictArnPattern(isShort && isCompleted ? completedArnPattern(pattern) : pattern);
  return { kind: 'glob', strict, loose: looseArnPattern(pattern), isShort };
}
