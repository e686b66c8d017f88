// What a statement asks of one unknown, written as a policy of version 2012-10-17 would write it.
import type { Operand } from './operator';
import { negated, type Residual } from './residual';
import type { Condition, ResourceList, ResourcePattern, TemplateOperand } from './statement';
import type { Template } from './template';
import { FIELD_ONE, FIELD_STAR, ONE, type Pattern, STAR } from './wildcard';

const QUALIFIERS = { none: '', any: 'ForAnyValue:', all: 'ForAllValues:' } as const;

/** A condition as an atom of a residual. Never throws. */
export function conditionAtom(condition: Condition): Residual {
  const { operator, qualifier, isIfExists, operands } = condition;
  return {
    operator: `${QUALIFIERS[qualifier]}${operator.name}${isIfExists ? 'IfExists' : ''}`,
    key: keyAsWritten(condition),
    values: operands.map((operand) => writtenOperand(operand, condition)),
  };
}

/** A Resource or NotResource as an atom. Never throws. */
export function resourceAtom(list: ResourceList): Residual {
  const atom = { resource: list.patterns.flatMap(writtenResource) };
  return list.isNegated ? negated(atom) : atom;
}

/** The condition's key as its policy spells it. Never throws. */
export function keyAsWritten({ pointer }: Condition): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

function writtenOperand(operand: Operand | TemplateOperand, { operator }: Condition): string {
  if ('template' in operand) return writtenTemplate(operand.template, operator.hasWildcards);
  if (!operator.hasVariables) return operand.text;
  return writtenPattern(operand.text, operator.hasWildcards);
}

function writtenResource(pattern: ResourcePattern): readonly string[] {
  switch (pattern.kind) {
    case 'everything':
      return ['*'];
    case 'nothing':
      return [];
    case 'literal':
      return [writtenPattern(pattern.arn, true)];
    case 'glob':
      return [writtenPattern(pattern.strict ?? pattern.loose ?? '', true)];
    case 'template':
      return [writtenTemplate(pattern.template, true)];
  }
}

function writtenTemplate(template: Template, hasWildcards: boolean): string {
  return template
    .map((part) => {
      if (typeof part === 'string') return writtenPattern(part, hasWildcards);
      return part.fallback === null ? `\${${part.key}}` : `\${${part.key}, '${part.fallback}'}`;
    })
    .join('');
}

const SPECIAL = new RegExp(`[*?${STAR}${ONE}${FIELD_STAR}${FIELD_ONE}]|\\$(?=\\{)`, 'g');

/** Plain text that would mean something else is escaped, as a variable of that one character. */
function writtenPattern(pattern: Pattern, hasWildcards: boolean): string {
  return pattern.replace(SPECIAL, (character) => {
    if (character === STAR || character === FIELD_STAR) return '*';
    if (character === ONE || character === FIELD_ONE) return '?';
    return hasWildcards || character === '$' ? `\${${character}}` : character;
  });
}
