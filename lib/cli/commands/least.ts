// hatstack least: what pipelines need of a role, what it is granted, and the least set of policies.

import { leastReport } from '@/lib/scene/least-report';
import { formText, leastText } from '@/lib/scene/least-text';
import { leastView } from '@/lib/scene/least-view';
import { judgedFor } from '@/lib/scene/reach-view';
import { hatName } from '@/lib/scene/reach-words';
import { roleOfId } from '@/lib/scene/role-page-id';
import { hatShelf } from '@/lib/scene/role-page-shelf';
import { CannotDo, type Command, type ExitCode } from '../command';
import { readAnalysis } from '../read-analysis';

const FORMATS = ['text', 'json', 'cloudformation', 'terraform', 'cdk'] as const;

export const leastCommand: Command = {
  name: 'least',
  summary: 'what pipelines need of a role, what is surplus, and the least policies for it',
  help: `hatstack least [SNAPSHOT] --role ARN [--format text|json|cloudformation|terraform|cdk]

Says of every statement of the role's own policies which requests of its pipelines it is needed for, what of it is wider,
and which serves nothing known. Prints the least policies: the role's own, its trust policy, and what buckets and keys say of
it. The pipelines are judged with these in place, and what comes out is told; AWS is never written to.
What a build's commands or a template need is not known: such a role keeps what it has, marked.

SNAPSHOT is a file, an id, \`latest\` (the default) or \`example\`.
  --role ARN        the role, by ARN or as account.path-and-name
  --format FORMAT   text (default), json (docs/least.md), or the policies alone as cloudformation, terraform or cdk
  --config FILE     tiers and tuned rules (default: \`hatstack.yaml\` of the working folder)
  --what-if FILE    judge as if the policies said what this file says (the dashboard writes it)

Exit code: 0 done, 2 could not do it, 3 done, but what some statement serves cannot be told.`,
  options: {
    role: { type: 'string' },
    config: { type: 'string' },
    'what-if': { type: 'string' },
    format: { type: 'string', default: 'text' },
  },
  choices: { format: FORMATS },
  async run(values, positionals, io): Promise<ExitCode> {
    if (values.role === undefined) throw new CannotDo('least needs --role ARN');
    const format = String(values.format);
    if (!FORMATS.some((one) => one === format))
      throw new CannotDo(`--format is one of ${FORMATS.join(', ')}, not \`${format}\``);
    const analysis = await readAnalysis(positionals[0], values, io);
    const role = roleOfId(analysis.inventory, String(values.role));
    if (role === null)
      throw new CannotDo(`no role \`${String(values.role)}\` in snapshot ${analysis.snapshot.id}`);
    const judged = judgedFor(analysis, hatShelf());
    const view = leastView(judged, role);
    const name = hatName(analysis.inventory, role.arn);
    if (view === null)
      throw new CannotDo(
        `no pipeline of snapshot ${analysis.snapshot.id} uses ${name}: what it needs is not known`,
      );
    if (format === 'json') io.out(JSON.stringify(leastReport(analysis, judged, role), null, 2));
    else for (const line of format === 'text' ? leastText(name, view) : formText(view, format)) io.out(line);
    return view.limits.length > 0 || view.statements.some(({ says }) => says === 'cannot tell') ? 3 : 0;
  },
};
