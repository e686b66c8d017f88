// The form in which the list of needs is kept: carried over by hand from AWS's pages, apart from the code that makes them.
import { HUB } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';

/** A provider, a way to configure it, and all that it then asks. */
export interface ExpectedNeeds {
  /** Of the provider. */
  readonly id: string;
  /** What is special about the configuration; empty for the sample as it stands. */
  readonly when: string;
  readonly configuration?: { readonly [key: string]: string };
  /** The resources that were read, where not the sample's. */
  readonly facts?: readonly Fact[];
  /** AWS's page about the action or rule. */
  readonly source: string;
  /** `needed`: without it the action fails; `wished`: a warning at most; `any`: one resource of several is enough. Several actions
   *  of one service are joined by commas; `{here}` is region and account, `{hub}` the account. A job in front: not the running role. */
  readonly rows: readonly string[];
}

/** One line per action, as `askedRows` gives them. Never throws. */
export function spelledOut(rows: readonly string[]): readonly string[] {
  return rows
    .map((row) => row.replaceAll('{here}', `us-east-1:${HUB}`).replaceAll('{hub}', HUB))
    .flatMap((row) => {
      const [, before = '', service = '', actions = '', after = ''] =
        /^((?:[a-z ]+: )?(?:needed|wished|any) )([a-z0-9-]+):([A-Za-z,]+)( .*)$/.exec(row) ?? [];
      return service === '' ? [row] : actions.split(',').map((one) => `${before}${service}:${one}${after}`);
    })
    .sort();
}
