// One hat: who can put it on, what it can put on in turn, which pipelines it serves, and the statement that decides.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { isJsonObject, type Json } from '@/lib/base/json';
import { RULES } from '@/lib/findings/rules/index';
import { trustedAccounts } from '@/lib/findings/trusted-accounts';
import type { Role } from '@/lib/model/resource';
import { isProd } from '@/lib/model/tier';
import type { JudgedPath, State } from '@/lib/verdict/judgement';
import type { PolicyShelf } from '@/lib/verdict/policy-shelf';
import { actionKey } from './action-trail';
import { accountName } from './naming';
import { pipelineId } from './pipeline-rows';
import { documentLines } from './policy-lines';
import { roleId } from './role-page-id';
import { type NextHat, nextHats, type Wearer, wearersOf } from './role-page-wearers';
import type { PolicyLine, Words } from './trail';
import { mono, words } from './words';

/** One action that the hat takes part in. */
export interface ServedAction {
  /** `stage/action`. */
  readonly action: string;
  readonly state: State;
}

export interface ServedPipeline {
  /** `account.region.name`. */
  readonly pipeline: string;
  readonly name: string;
  /** `pipeline role`, `action role`, `passed role`. */
  readonly as: string;
  readonly state: State;
  readonly actions: readonly ServedAction[];
}

export interface RolePage {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly accountId: string;
  readonly isProd: boolean;
  readonly overBroad: boolean;
  /** The findings behind that. */
  readonly marks: readonly string[];
  readonly headline: Words;
  readonly lead: string;
  readonly wearers: readonly Wearer[];
  /** Principals that can put it on for certain, services among them, and how many of them need to. */
  readonly can: number;
  readonly need: number;
  /** What was not read and could hide more; null where all was. */
  readonly open: string | null;
  readonly next: readonly NextHat[];
  readonly serves: readonly ServedPipeline[];
  readonly trust: readonly PolicyLine[];
  /** `broad`: the marked statements are too wide; `works`: they let somebody in. */
  readonly tone: 'broad' | 'works';
  /** What to do about what is too wide, one line for each rule. */
  readonly remedies: readonly string[];
}

/** Everything that the page of a role says. Never throws. */
export function rolePage(analysis: Analysis, shelf: PolicyShelf, role: Role): RolePage {
  const { inventory } = analysis;
  const serves = servedBy(analysis, role.arn);
  const { wearers, statements } = wearersOf(analysis, shelf, role, neededFor(analysis, role.arn));
  const findings = analysis.findings.filter((finding) => finding.subject === role.arn && finding.marks);
  const wide = new Set(
    findings
      .flatMap((one) => one.evidence)
      .filter(({ source }) => source.id === `trust:${role.arn}`)
      .map(({ statement }) => statement),
  );
  const sure = wearers.filter((one) => one.state === 'works');
  const unread = trustedAccounts(role.trust).filter((id) => !inventory.iamReadIn.has(id));
  const open =
    unread.length > 0
      ? `${unread.map((id) => accountName(inventory, id)).join(', ')} ${unread.length === 1 ? 'is' : 'are'} trusted as a whole and ${unread.length === 1 ? 'was' : 'were'} not scanned: there may be more.`
      : wearers.some((one) => one.state === 'unknown')
        ? 'Something that decides was not read: there may be more.'
        : null;
  const can = sure.length;
  const need = sure.filter((one) => one.needs).length;
  return {
    arn: role.arn,
    id: roleId(role.arn),
    name: role.name,
    account: accountName(inventory, role.account),
    accountId: role.account,
    isProd: isProd(inventory, role.account),
    overBroad: findings.length > 0,
    marks: findings.map(({ id }) => id),
    headline: headlineOf(accountName(inventory, role.account), role, wearers, can, need, open !== null),
    lead: leadOf(
      analysis,
      role,
      wearers,
      findings.map((one) => one.rule),
    ),
    wearers,
    can,
    need,
    open,
    next: nextHats(analysis, shelf, role),
    serves,
    trust: trustLines(role.trust, wide.size > 0 ? wide : statements),
    tone: wide.size > 0 ? 'broad' : 'works',
    remedies: [...new Set(findings.map((one) => one.rule))].flatMap(
      (rule) => RULES.find(({ id }) => id === rule)?.remedy ?? [],
    ),
  };
}

function isPrincipal({ kind }: Wearer): boolean {
  return kind === 'role' || kind === 'user';
}

function headlineOf(
  account: string,
  role: Role,
  wearers: readonly Wearer[],
  can: number,
  need: number,
  isOpen: boolean,
): Words {
  const hat = [`${account}’s `, mono(role.name)] as const;
  const outside = wearers.filter((one) => !isPrincipal(one) && one.state !== 'broken');
  if (outside.length > 0 && outside.length === wearers.length) {
    const names = outside.slice(0, 2).map((one) => one.name);
    const more = outside.length - names.length;
    return words(
      `Only ${names.join(' and ')}${more > 0 ? ` and ${more} more` : ''} can put on `,
      ...hat,
      '.',
    );
  }
  if (can === 0)
    return isOpen
      ? words('Cannot tell who can put on ', ...hat, '.')
      : words(
          wearers.length === 0
            ? 'Nobody who was read can put on '
            : 'It depends on the request who can put on ',
          ...hat,
          '.',
        );
  const needs = need === 0 ? 'No pipeline needs it to.' : need === 1 ? 'One needs to.' : `${need} need to.`;
  return words(
    `${isOpen ? 'At least ' : ''}${can} ${can === 1 ? 'principal' : 'principals'} can put on `,
    ...hat,
    `. ${needs}`,
  );
}

function leadOf(
  { inventory }: Analysis,
  role: Role,
  wearers: readonly Wearer[],
  rules: readonly string[],
): string {
  const here = accountName(inventory, role.account);
  if (rules.includes('role-trusts-anyone'))
    return `The trust policy lets every AWS account in: whoever knows the name may wear this hat in ${here}.`;
  if (rules.includes('role-trusts-whole-account')) {
    const names = trustedAccounts(role.trust).map((id) => accountName(inventory, id));
    return `The trust policy names ${names.join(', ')} as a whole: whoever ${names.length === 1 ? 'it lets' : 'they let'} assume roles may wear this hat in ${here}.`;
  }
  if (wearers.length === 0)
    return 'No principal passes both halves: the trust policy here, and its own policies there.';
  const idle = wearers.filter((one) => !one.needs && one.state === 'works').length;
  return idle === 0
    ? 'Nobody more than the pipelines need: both halves were checked, the trust policy here and their own policies there.'
    : `${idle} of ${wearers.length} can, and no pipeline of this snapshot needs them to.`;
}

/** The principals that a pipeline needs to put this hat on, or hands it to. */
function neededFor({ pipelines }: Analysis, arn: string): ReadonlySet<string> {
  const needed = new Set<string>();
  for (const { hop } of pipelines.flatMap((one) => one.paths).flatMap((path) => path.hops)) {
    for (const need of hop.needs) {
      if (need.resource !== arn) continue;
      if (need.action === 'sts:AssumeRole') {
        if (need.principal.kind === 'service') needed.add(need.principal.service);
        if ('arn' in need.principal) needed.add(need.principal.arn);
      }
      const service = need.context['iam:PassedToService'] ?? need.base['iam:PassedToService'];
      if (need.action === 'iam:PassRole' && service?.kind === 'known')
        for (const name of service.values) needed.add(name);
    }
  }
  return needed;
}

/** The pipelines and actions that this hat takes part in, worst first as the analysis has them. */
function servedBy(analysis: Analysis, arn: string): readonly ServedPipeline[] {
  return analysis.pipelines.flatMap((judged): readonly ServedPipeline[] => {
    const pipeline = analysis.inventory.pipelines.get(judged.arn);
    if (pipeline === undefined) return [];
    const paths = judged.paths.filter((path) => path.path.role === arn || names(path, arn));
    const [first] = paths;
    if (first === undefined) return [];
    const as =
      pipeline.roleArn === arn
        ? 'pipeline role'
        : paths.some((path) => path.path.role === arn)
          ? 'action role'
          : 'passed role';
    const byState = groupBy(paths, (path) => path.state);
    const state = (['broken', 'unknown', 'depends'] as const).find((one) => byState.has(one)) ?? 'works';
    return [
      {
        pipeline: pipelineId(judged.arn),
        name: pipeline.name,
        as,
        state,
        actions: paths.map((path) => ({ action: actionKey(path), state: path.state })),
      },
    ];
  });
}

function names({ hops }: JudgedPath, arn: string): boolean {
  return hops.some(({ hop }) => hop.needs.some((need) => need.resource === arn));
}

/** The whole document, with the lines of these statements marked. A lone statement need not stand in a list. */
function trustLines(trust: Json, marked: ReadonlySet<number>): readonly PolicyLine[] {
  const isList = isJsonObject(trust) && Array.isArray(trust.Statement);
  const pointers = [...marked].map((index) => (isList ? `/Statement/${index}` : '/Statement'));
  return documentLines(trust).map(({ number, text, pointer }) => ({
    number,
    text,
    mark: pointers.some((one) => pointer === one || pointer.startsWith(`${one}/`)) ? 'deciding' : 'none',
  }));
}
