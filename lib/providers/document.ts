// The page about a provider: what it asks of AWS, with whose hat, why, and who says so.
import { serviceTitle } from '@/lib/names/service-title';
import type {
  ActionProvider,
  ActionSetting,
  Call,
  PassedRole,
  ServiceRole,
  StatedNeed,
} from './action-provider';
import type { StructureFault } from './structure-fault';

const RUNNING = 'the running role';

/** The text of docs/providers/<id>.md, for a configuration in which everything turns up. Never throws. */
export function providerDocument(provider: ActionProvider, setting: ActionSetting): string {
  const calls = provider.calls(setting);
  const passes = provider.passes(setting);
  const roles = provider.serviceRoles?.(setting) ?? [];
  const faults = [...(provider.faults?.(setting) ?? []), ...calls.flatMap((call) => call.faults ?? [])];
  return [
    `# ${provider.title === '' ? 'Job workers of partners and of one’s own' : provider.title}`,
    '',
    'Generated from `lib/providers/catalog/` and a sample configuration; `npm run golden` writes it anew.',
    '',
    `- Action type: ${provider.category} · ${provider.owner} · ${provider.provider}`,
    `- AWS’s page: ${provider.docs}`,
    ...artifactLines(provider, roles),
    ...configurationLines(setting),
    ...needsSection(calls, passes, roles),
    ...faultsSection(faults),
    '',
  ].join('\n');
}

const ACL_WORDS: { readonly [rule in ActionProvider['artifacts']['acl']]: string } = {
  never: '',
  always: ', always with an ACL',
  'across-accounts': ', with an ACL where the store is in another account',
  'perhaps-across-accounts': ', perhaps with an ACL where the store is in another account',
};

function artifactLines({ artifacts, needsNoRole }: ActionProvider, roles: readonly ServiceRole[]): string[] {
  const does = (reads: boolean, writes: boolean): string =>
    [...(reads ? ['reads the inputs'] : []), ...(writes ? ['writes the outputs'] : [])].join(' and ');
  const running = does(artifacts.reads, artifacts.writes);
  return [
    ...(running === '' ? [] : [`- Artifacts: ${RUNNING} ${running}${ACL_WORDS[artifacts.acl]}`]),
    ...(artifacts.doubt === undefined ? [] : [`- Left open: ${artifacts.doubt}`]),
    ...(artifacts.doubtOfDecrypting === undefined
      ? []
      : [`- Left open whether it decrypts them: ${artifacts.doubtOfDecrypting}`]),
    ...(artifacts.alsoOnWrite ?? []).map(
      ({ action, on, because, source }) =>
        `- Asked of the store’s ${on} besides, and not essential: \`${action}\`. ${because} [source](${source})`,
    ),
    ...roles.flatMap(({ job, artifacts: own }) => {
      const words = own === undefined ? '' : does(own.reads, own.writes);
      return words === ''
        ? []
        : [
            `- Artifacts: the ${job} ${words}${own?.writeKey === undefined ? '' : ', encrypting with the key of its own resource'}`,
          ];
    }),
    ...(needsNoRole === undefined ? [] : ['- Where it asks nothing of AWS it runs on nobody’s role']),
  ];
}

function configurationLines({ action }: ActionSetting): string[] {
  const entries = Object.entries(action.configuration);
  return entries.length === 0
    ? []
    : ['', 'The sample:', '', '```json', JSON.stringify(Object.fromEntries(entries), null, 2), '```'];
}

function needsSection(
  calls: readonly Call[],
  passes: readonly PassedRole[],
  roles: readonly ServiceRole[],
): string[] {
  const rows = [
    ...calls.flatMap(({ needs }) => needs.map((need) => row(RUNNING, need))),
    ...passes.map((passed) => passRow(passed)),
    ...roles.flatMap((role) => [
      ...(role.isPassed === true ? [] : [wearRow(role)]),
      ...role.calls.flatMap(({ needs }) => needs.map((need) => row(`the ${role.job}`, need))),
    ]),
  ];
  if (rows.length === 0) return ['', 'It asks nothing of AWS but its artifacts.'];
  return ['', '| who | asks | on | needed | why |', '|---|---|---|---|---|', ...rows];
}

function row(who: string, need: StatedNeed): string {
  const needed = need.essential ? 'yes' : need.oneOf === undefined ? 'no' : 'one of several';
  const why = `${need.because} [source](${need.source})${need.doubt === undefined ? '' : ` A denial is not the last word: ${need.doubt}.`}${need.doubtOfAllow === undefined ? '' : ` An allow is not the last word: ${need.doubtOfAllow}.`}`;
  return `| ${who} | \`${need.action}\` | \`${need.resource}\` | ${needed} | ${why} |`;
}

function passRow({ role, service, job, because, source, doubt }: PassedRole): string {
  const why = `${because} [source](${source})${doubt === undefined ? '' : ` A denial is not the last word: ${doubt}.`}`;
  return `| ${RUNNING} | \`iam:PassRole\` to ${serviceTitle(service)} | the ${job}${role === null ? '' : `, \`${role}\``} | yes | ${why} |`;
}

function wearRow({ role, service, alsoAs = [], job, because, source, cannotTell }: ServiceRole): string {
  const who = [service, ...alsoAs].map((one) => `\`${one}\``).join(' or ');
  const open = cannotTell === undefined ? '' : ` Left open: ${cannotTell}.`;
  return `| ${who} | \`sts:AssumeRole\` | the ${job}${role === null ? '' : `, \`${role}\``} | yes | ${because} [source](${source})${open} |`;
}

function faultsSection(faults: readonly StructureFault[]): string[] {
  if (faults.length === 0) return [];
  return [
    '',
    'What no policy cures:',
    '',
    ...faults.map(({ sentence, source }) => `- ${sentence} ([source](${source}))`),
  ];
}
