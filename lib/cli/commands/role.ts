// hatstack role: print the read-only role, ready to be rolled out.
import { EXTERNAL_ID, PRINCIPAL, ROLE_NAME } from '@/lib/config/shapes';
import { collectors } from '@/lib/scan/collectors/index';
import { type ReadRole, readRole } from '@/lib/scan/read-role';
import { readRoleChoices } from '@/lib/scan/read-role-choices';
import { cloudFormationRole } from '@/lib/scan/read-role-cloudformation';
import { terraformRole } from '@/lib/scan/read-role-terraform';
import { CannotDo, type Command, type ExitCode, type Io, type Values } from '../command';

const FORMATS: { readonly [format: string]: (role: ReadRole) => string } = {
  cloudformation: cloudFormationRole,
  terraform: terraformRole,
};

export const roleCommand: Command = {
  name: 'role',
  summary: 'print the read-only role for your accounts',
  help: `hatstack role [--format cloudformation|terraform] [--role-name NAME] [--trusted-account ID] [--external-id ID]

Prints the role that a scan puts on in each account: exactly the calls that a scan makes, all of which list or
read settings; docs/permissions.md has them in a table. Nothing is asked of AWS.

  --format FORMAT       cloudformation (default), for a stack or a stack set, or terraform
  --role-name NAME      name of the role, after its path if it has one (default: HatstackRead)
  --trusted-account ID  the account in which the scan starts, or the ARN of the role or user that starts it;
                        without it the template asks
  --external-id ID      the external id that the scan will send; without it the template asks, and takes none

  hatstack role --trusted-account 111122223333 --external-id choose-your-own > hatstack-role.yaml

docs/scanning.md says how to roll it out over an organisation.

Exit code: 0 printed, 2 could not do it.`,
  options: {
    format: { type: 'string' },
    'role-name': { type: 'string' },
    'trusted-account': { type: 'string' },
    'external-id': { type: 'string' },
  },
  choices: { format: Object.keys(FORMATS) },
  async run(values: Values, positionals: readonly string[], io: Io): Promise<ExitCode> {
    const [stray] = positionals;
    if (stray !== undefined)
      throw new CannotDo(`\`${stray}\` belongs to no option: \`hatstack role --help\` lists them`);
    const format = textOf(values.format) ?? 'cloudformation';
    const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (print === undefined)
      throw new CannotDo(`--format is one of ${Object.keys(FORMATS).join(', ')}, not \`${format}\``);
    const read = readRoleChoices(
      {
        roleName: textOf(values['role-name']),
        trusted: textOf(values['trusted-account']),
        externalId: textOf(values['external-id']),
      },
      { roleName: ROLE_NAME, trusted: PRINCIPAL, externalId: EXTERNAL_ID },
    );
    if (read.kind === 'refused') {
      const option = FLAGS[read.which];
      throw new CannotDo(`--${option} takes ${read.takes}, not \`${textOf(values[option])}\``);
    }
    io.out(print(readRole(collectors, read.choices)).trimEnd());
    return 0;
  },
};

const FLAGS = { roleName: 'role-name', trusted: 'trusted-account', externalId: 'external-id' } as const;

function textOf(value: Values[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
