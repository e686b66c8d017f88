// An event bus that takes events from accounts that have nothing to do with the pipelines which they start.
import { known, UNKNOWN } from '@/lib/iam/context';
import type { Decision } from '@/lib/iam/decision';
import type { AccountId } from '@/lib/names/arn';
import { type StartingBus, sendsTo, startingBuses } from '../buses';
import type { FindingDraft } from '../finding';
import { NOBODY } from '../nobody';
import type { Judged, Rule } from '../rule';
import { FOREIGN_ACCOUNT } from '../stranger';
import { trustedAccounts } from '../trusted-accounts';

export const eventBusOpen: Rule = {
  id: 'event-bus-open',
  title: 'Accounts that have nothing to do with a pipeline can start it with made-up events',
  severity: 'medium',
  marks: false,
  why: 'A rule on an event bus starts a pipeline whenever an event fits its pattern, whoever sent it. Where the policy of the bus lets everybody send, or a whole account that has no source of the pipeline, somebody there can start it at will, and where the rule hands on the revision of the event, with one of their choice.',
  remedy:
    'Name the accounts that have a source, or ask for aws:PrincipalOrgID; and let the rule take events of these accounts only (`"account": [...]` in its pattern).',
  example: {
    wide: '{"Effect": "Allow", "Principal": "*", "Action": "events:PutEvents", "Resource": "arn:aws:events:us-east-1:111111111111:event-bus/default"}',
    narrow: `{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::222222222222:root"}, "Action": "events:PutEvents",
 "Resource": "arn:aws:events:us-east-1:111111111111:event-bus/default"}`,
  },
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html',
  ],
  check: (judged) =>
    startingBuses(judged).flatMap((bus) => {
      const everybody = saying(bus, sendsTo(bus, FOREIGN_ACCOUNT, known(`o-${NOBODY}`)), []);
      if (everybody !== null) return [{ ...everybody, title: titleOf(judged, bus, 'every AWS account') }];
      return wholeAccounts(judged, bus);
    }),
};

function titleOf({ inventory }: Judged, { source, pipelines }: StartingBus, who: string): string {
  const [first = ''] = pipelines;
  const name = inventory.pipelines.get(first)?.name ?? first;
  return `the ${source.title} lets ${who} start ${name}${pipelines.length > 1 ? ` and ${pipelines.length - 1} more` : ''}`;
}

/** Accounts that are named as a whole and pass no events on. */
function wholeAccounts(judged: Judged, bus: StartingBus): readonly FindingDraft[] {
  const { inventory } = judged;
  return trustedAccounts(bus.document)
    .filter((account) => account !== bus.account && !passesOn(judged, bus, account))
    .flatMap((account) => {
      const id = inventory.accounts.get(account)?.organizationId;
      const organization = id?.kind === 'read' && id.value !== null ? known(id.value) : UNKNOWN;
      const isListed = inventory.rulesListed.has(`${account} ${bus.bus}`);
      const open = isListed ? [] : [`whether a rule of ${account} sends events to the bus was not read`];
      const said = saying(bus, sendsTo(bus, account, organization), open);
      return said === null
        ? []
        : {
            ...said,
            about: account,
            severity: 'low' as const,
            title: titleOf(judged, bus, `everybody in the account ${account}, which sends it no events,`),
          };
    });
}

function passesOn({ inventory }: Judged, { bus }: StartingBus, account: AccountId): boolean {
  return [...inventory.eventRules.values()].some(
    (rule) =>
      rule.account === account &&
      rule.isEnabled &&
      (rule.targets.kind === 'unread' || rule.targets.value.some(({ arn }) => arn === bus)),
  );
}

function saying(
  { bus, account, pipelines, source }: StartingBus,
  { verdict, evidence, caveats }: Decision,
  open: readonly string[],
): Omit<FindingDraft, 'title'> | null {
  if (verdict !== 'allowed' && verdict !== 'unknown') return null;
  const statements = evidence.filter((one) => one.layer === 'resource' && one.effect === 'Allow');
  const why = [...open, ...(verdict === 'unknown' ? caveats : [])];
  return {
    subject: bus,
    account,
    pipelines,
    certainty: verdict === 'allowed' && open.length === 0 ? 'shown' : 'possible',
    evidence: statements.map(({ statement }) => ({ source, statement })),
    open:
      verdict === 'unknown' && why.length === 0 ? ['the policy of the bus could not be read in full'] : why,
  };
}
