// Gathers facts and gaps, scrubbed, once each, and in an order that no race decides.
import { sortedBy } from '@/lib/base/sort';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { scrub } from '@/lib/snapshot/scrub';
import type { Heard } from './scan-journal';

export class ScanLog {
  readonly #facts = new Map<string, Fact>();
  readonly #gaps = new Map<string, Gap>();

  addFact(fact: Fact): void {
    const clean = { ...fact, data: scrub(fact.data) };
    this.#facts.set(factKey(clean), clean);
  }

  addGap(gap: Gap): void {
    this.#gaps.set(gapKey(gap), gap);
  }

  add({ facts, gaps }: Heard): void {
    for (const fact of facts) this.addFact(fact);
    for (const gap of gaps) this.addGap(gap);
  }

  /** Forgets gaps whose questions are about to be asked again, in a better place. */
  dropGaps(isDropped: (gap: Gap) => boolean): void {
    for (const [key, gap] of this.#gaps) if (isDropped(gap)) this.#gaps.delete(key);
  }

  facts(): readonly Fact[] {
    return sortedBy([...this.#facts], ([key]) => key).map(([, fact]) => fact);
  }

  gaps(): readonly Gap[] {
    return sortedBy([...this.#gaps], ([key]) => key).map(([, gap]) => gap);
  }

  heard(): Heard {
    return { facts: this.facts(), gaps: this.gaps() };
  }
}

/** The data belongs to the key where a fact has no ARN, or shares it (an account has two parents while it is moved). */
function factKey({ kind, account, region, arn, data }: Fact): string {
  return [kind, account, region, arn ?? '', arn === null ? JSON.stringify(data) : ''].join('\u0000');
}

function gapKey({ source, account, region, scope, code }: Gap): string {
  return [source, account, region, scope ?? '', code].join('\u0000');
}
