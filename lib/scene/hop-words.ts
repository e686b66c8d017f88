// A hop in words, as the panel and `explain` list it.
import type { GraphNode } from '@/lib/graph/hop';
import type { Inventory } from '@/lib/model/inventory';
import { serviceTitle } from '@/lib/names/service-title';
import type { JudgedHop } from '@/lib/verdict/judgement';
import { accountName, shortRegion } from './naming';
import { targetWords } from './target-words';
import type { Words } from './trail';
import { mono, words } from './words';

/** One hop as the panel lists it: "Decrypts with `artifacts-use2` in tools". Never throws. */
export function hopSentence(inventory: Inventory, nodes: readonly GraphNode[], { hop }: JudgedHop): Words {
  const from = nodes.find((node) => node.id === hop.from);
  const to = nodes.find((node) => node.id === hop.to);
  const name = to?.name ?? hop.to;
  const region = to?.region === null || to === undefined ? '' : `, ${to.region}`;
  const where =
    to?.account === null || to === undefined ? '' : ` in ${accountName(inventory, to.account)}${region}`;
  switch (hop.kind) {
    case 'runs-as':
      return words(`${from?.name ?? 'CodePipeline'} puts on `, mono(name));
    case 'assumes':
      return words('It puts on ', mono(`${accountName(inventory, to?.account ?? null)}/${name}`));
    case 'replicates':
      return words(
        `It replicates the artifact ${shortRegion(from?.region ?? '')} → ${shortRegion(to?.region ?? '')}`,
      );
    case 'reads':
      return words('Reads from ', mono(name), where);
    case 'writes':
      return words('Writes to ', mono(name), where);
    case 'decrypts':
      return words('Decrypts with ', mono(name), where);
    case 'encrypts':
      return words('Encrypts with ', mono(name), where);
    case 'calls':
      return callSentence(to, name, where);
    case 'passes':
      return words('Passes ', mono(name), ' to ', passedTo(hop.needs.map((need) => need.principal)));
    case 'triggers':
      return words(mono(from?.name ?? hop.from), triggerWords(to?.kind), mono(name));
  }
}

function triggerWords(kind: GraphNode['kind'] | undefined): string {
  if (kind === 'bucket') return ' puts the source into ';
  return kind === 'event-bus' ? ' passes the events of the source on to ' : ' starts the pipeline at ';
}

function callSentence(to: GraphNode | undefined, name: string, where: string): Words {
  return words(targetWords(to?.kind).does, mono(name), to?.kind === 'connection' ? '' : where);
}

function passedTo(principals: readonly { readonly kind: string; readonly service?: string }[]): string {
  const service = principals.find((one) => one.kind === 'service')?.service;
  return service === undefined ? 'a service' : serviceTitle(service);
}
