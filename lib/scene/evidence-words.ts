// How a statement that is at fault is named, and where it stands in its document.
import type { Json } from '@/lib/base/json';
import type { FindingEvidence } from '@/lib/findings/finding';

/** `Trust policy of deploy, statement 1`. Never throws. */
export function evidenceTitle({ source, statement }: FindingEvidence): string {
  return `${source.title.charAt(0).toUpperCase()}${source.title.slice(1)}, statement ${statement + 1}`;
}

/** JSON pointer of a statement by its index. A lone statement need not stand in a list. Never throws. */
export function statementPointer(document: Json, index: number): string {
  const statement =
    typeof document === 'object' && document !== null && 'Statement' in document ? document.Statement : null;
  return Array.isArray(statement) ? `/Statement/${index}` : '/Statement';
}
