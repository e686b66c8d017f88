// What is wrong with a text as YAML, in words for whoever wrote it.
import { type Document, type LineCounter, visit } from 'yaml';
import { startOf } from './yaml-nodes';

/** The first thing that is no plain YAML, as `LINE: what it is and what to do`; null where all is. Anchors are refused too: what a
 *  setting says should stand where it is read. Never throws. */
export function yamlProblem(document: Document.Parsed, text: string, lines: LineCounter): string | null {
  const [fault] = [...document.errors, ...document.warnings];
  const at = (offset: number, said: string) => `${lines.linePos(offset).line}: ${said}`;
  if (fault !== undefined) {
    const [start] = fault.pos;
    if (fault.code === 'DUPLICATE_KEY')
      return at(start, `\`${keyAt(text, start)}\` is given twice: take one out`);
    if (fault.code === 'MULTIPLE_DOCS')
      return at(start, 'a second document begins here: take out the `---` and what follows it');
    return at(start, `this is no YAML: ${oneLine(fault.message)}`);
  }
  let alias: string | null = null;
  visit(document, {
    Alias(_, node) {
      alias = at(startOf(node), `\`*${node.source}\` refers to another value: write the value itself here`);
      return visit.BREAK;
    },
  });
  return alias;
}

function keyAt(text: string, offset: number): string {
  const [word = '', , quoted] = /^(["'])(.*?)\1|^[^:\n]*/.exec(text.slice(offset)) ?? [];
  return quoted ?? word.trim();
}

function oneLine(text: string): string {
  return text.split('\n')[0]?.replace(/:?\s*$/, '') ?? '';
}
