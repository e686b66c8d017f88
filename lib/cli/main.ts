// The hatstack command: finds the command, reads its options, turns problems into one line and an exit code.
import { parseArgs } from 'node:util';
import packageJson from '../../package.json';
import { CannotDo, type Command, type ExitCode, type Io } from './command';
import { COMMANDS } from './commands/index';

const HELP = `hatstack: which hat does not fit, and which is too big, for every action of every AWS CodePipeline

${COMMANDS.map((command) => `  hatstack ${command.name.padEnd(9)} ${command.summary}`).join('\n')}

  hatstack COMMAND --help    what a command takes
  hatstack --version`;

/** Runs one command line. Problems become one line on standard error and exit code 2. Never throws. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    io.out(packageJson.version);
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    io.err(`hatstack: no command \`${name}\`: \`hatstack --help\` lists them`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.help);
    return 0;
  }
  return run(command, rest, io);
}

async function run(command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: command.options,
      allowPositionals: true,
    });
    return await command.run(values, positionals, io);
  } catch (error) {
    io.err(`hatstack ${command.name}: ${lineOf(error, command)}`);
    return 2;
  }
}

/** A foreseen problem says it itself; anything else is ours, and says so. */
function lineOf(error: unknown, command: Command): string {
  if (error instanceof CannotDo) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message.split('.')[0]?.replaceAll("'", '`')}; \`hatstack ${command.name} --help\` lists the options`;
  if (error.name === 'SnapshotProblem' || error.name === 'ScanProblem') return error.message;
  return `a fault in hatstack itself, please report it: ${error.stack?.split('\n').slice(0, 3).join(' ') ?? error.message}`;
}
