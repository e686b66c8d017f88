// How a chain of hats is worded: the same sentences on the page, on the command line and in JSON.

import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';
import { launchOf } from '@/lib/reach/launches';
import type { PipelineWord } from '@/lib/reach/pipelines-within';
import type { Being, Said, Step } from '@/lib/reach/step';
import type { StoreWord } from '@/lib/reach/stores-within';
import { accountName } from './naming';
import type { Words } from './trail';
import { mono, words } from './words';

/** `acme-prod/deploy`. Never throws. */
export function hatName(inventory: Inventory, arn: Arn): string {
  return `${accountName(inventory, arnAccount(arn))}/${arnName(arn)}`;
}

/** `acme-dev/anna`, `ec2.amazonaws.com`, `gitlab.example.com`, `somebody in 999999999999`, `anybody with an AWS account`. Never throws. */
export function beingName(inventory: Inventory, { kind, id }: Being): string {
  switch (kind) {
    case 'role':
    case 'user':
      return hatName(inventory, id);
    case 'service':
      return id;
    case 'identity provider':
      return id.replace(/^arn:.*-provider\//, '');
    case 'account':
      return `somebody in ${accountName(inventory, id)}`;
    case 'anybody':
      return 'anybody with an AWS account';
  }
}

/** `acme-tools/ci puts on acme-prod/deploy`; of what changes something first what could be done: `acme-tools/ci could rewrite the pipeline
 *  shop, which runs as acme-tools/shop`. Never throws. */
export function stepWords(inventory: Inventory, { kind, from, to, pipeline, service, verdict }: Step): Words {
  const who = mono(beingName(inventory, from));
  const hat = mono(hatName(inventory, to));
  const could = verdict === 'allowed' ? 'could' : 'may be able to';
  switch (kind) {
    case 'assumes':
      return words(who, verdict === 'allowed' ? ' puts on ' : ' may put on ', hat);
    case 'changes': {
      const name = pipeline === null ? '' : (inventory.pipelines.get(pipeline)?.name ?? arnName(pipeline));
      return words(who, ` ${could} rewrite the pipeline `, mono(name), ', which runs as ', hat);
    }
    case 'rewrites':
      return words(who, ` ${could} rewrite the trust policy of `, hat, ' and let itself in');
    case 'passes': {
      const what = (service === null ? null : launchOf(service)?.what) ?? 'a service';
      return words(who, ` ${could} make ${what} of its own that runs as `, hat);
    }
  }
}

/** `depends on sts:ExternalId`, `open: account 999999999999 was not scanned`; null where it is allowed. Never throws. */
export function openWords({ verdict, open }: Pick<Said, 'verdict' | 'open'>): string | null {
  if (verdict === 'allowed') return null;
  const what = open.length === 0 ? 'the request' : open.join(', ');
  return verdict === 'depends' ? `depends on ${what}` : `cannot tell: ${what}`;
}

/** What is done there, in a word or two: `writes`, `pipeline role`, `may start it`. */
export const WAY_WORDS: Readonly<Record<PipelineWord | StoreWord, string>> = {
  pipeline: 'pipeline role',
  action: 'action role',
  build: 'build role',
  stack: 'CloudFormation execution role',
  other: 'service role',
  rewrites: 'rewrites it',
  starts: 'starts it',
  reads: 'reads',
  writes: 'writes',
  decrypts: 'decrypts',
  encrypts: 'encrypts',
};

/** `What is reached from acme-tools`; of nobody `Blast radius`. Never throws. */
export function reachTitle(way: 'from' | 'to', name: string | null): string {
  if (name === null) return 'Blast radius';
  return way === 'from' ? `What is reached from ${name}` : `Who gets to ${name}`;
}

/** `3 hats in 2 accounts`. Never throws. */
export function hatsIn(accounts: readonly (string | null)[]): string {
  const distinct = new Set(accounts).size;
  if (accounts.length === 0) return 'no other hat';
  return `${counted(accounts.length, 'hat')} in ${counted(distinct, 'account')}`;
}

/** `1 hat`, `2 hats`. Never throws. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
