// hatstack reach: what is reached from a role or an account, and who can come to wear a role.
import { type ReachEnd, reachEnd } from '@/lib/scene/reach-ends';
import { reachReport } from '@/lib/scene/reach-report';
import { fromText, toText } from '@/lib/scene/reach-text';
import { judgedFor, reachView } from '@/lib/scene/reach-view';
import { hatShelf } from '@/lib/scene/role-page-shelf';
import { doorsOf } from '@/lib/scene/trust-doors';
import { CannotDo, type Command, type ExitCode } from '../command';
import { readAnalysis } from '../read-analysis';

export const reachCommand: Command = {
  name: 'reach',
  summary: 'what is reached from a role or account, and who can come to wear a role',
  help: `hatstack reach [SNAPSHOT] --from WHO | --to HAT [--format text|json]

Follows the hats that can really be put on today, both halves asked, from one to the next; and through pipelines and
trust policies that can be rewritten, and services that run code of one's own with a hat. Prints every step with the statements that decide it, and of a hat whom each statement of
its trust policy lets in: the same words as its page.

SNAPSHOT is a file, an id, \`latest\` (the default) or \`example\`.
  --from WHO        what is reached: the ARN of a role or user, an account by id or name, a service such as ec2.amazonaws.com,
                    or the ARN of an identity provider
  --to HAT          who gets there: the ARN of a role, or an account by id or name
  --format FORMAT   text (default) or json (docs/reach.md)
  --config FILE     tiers and tuned rules (default: \`hatstack.yaml\` of the working folder)
  --what-if FILE    follow as if the policies said what this file says (the dashboard writes it); AWS is never written to

A chain is as good as its worst step: works, depends (on the request), or cannot tell (something was not read).

Exit code: 0 done, 2 could not do it, 3 done, but some chain cannot be told.`,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    config: { type: 'string' },
    'what-if': { type: 'string' },
    format: { type: 'string', default: 'text' },
  },
  choices: { format: ['text', 'json'] },
  async run(values, positionals, io): Promise<ExitCode> {
    if (values.from === undefined && values.to === undefined)
      throw new CannotDo('reach needs --from WHO or --to HAT');
    if (values.format !== 'text' && values.format !== 'json')
      throw new CannotDo(`--format is one of text, json, not \`${String(values.format)}\``);
    const analysis = await readAnalysis(positionals[0], values, io);
    const judged = judgedFor(analysis, hatShelf());
    const endOf = (text: unknown): ReachEnd | null => {
      if (text === undefined) return null;
      const end = reachEnd(judged, String(text));
      if (end === null)
        throw new CannotDo(
          `no role, user, account or identity provider \`${String(text)}\` in snapshot ${analysis.snapshot.id}`,
        );
      return end;
    };
    const from = endOf(values.from);
    const to = endOf(values.to);
    if (to !== null && to.hats.length === 0)
      throw new CannotDo(
        `\`${to.id}\` is no hat, and no account with hats that were read: nobody can put it on`,
      );
    const view = reachView(judged, from, to);
    if (values.format === 'json') io.out(JSON.stringify(reachReport(analysis, judged, from, to), null, 2));
    else
      for (const line of [
        ...(from === null ? [] : fromText(from.name, view)),
        ...(to === null ? [] : toText(to.name, view, doorsOf(judged, to))),
      ])
        io.out(line);
    const rows = [...view.hats, ...view.comers].flatMap((group) => group.rows);
    return rows.some(({ state }) => state === 'unknown') ? 3 : 0;
  },
};
