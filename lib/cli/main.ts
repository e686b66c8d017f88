// The hatstack command: finds the command, reads its options, turns problems into one line and an exit code.
import { parseArgs } from 'node:util';
import { nearest } from '@/lib/base/nearest';
import packageJson from '../../package.json';
import { CannotDo, type Command, type ExitCode, type Io } from './command';
import { COMMANDS } from './commands/index';
import { GLOBAL_OPTIONS } from './global-options';
import { jsonLog } from './json-log';

const HELP = `hatstack: which hat does not fit, and which is too big, for every action of every AWS CodePipeline

${COMMANDS.map((command) => `  hatstack ${command.name.padEnd(10)} ${command.summary}`).join('\n')}

  hatstack COMMAND --help     what a command takes
  hatstack --version

Every command takes --log json, which makes standard error one JSON object a line. NO_COLOR is respected.
Exit codes: 0 clean, 1 a state named in --fail-on is present, 2 could not do it, 3 done with gaps; 2 goes before 1, 1 before 3.`;

/** Runs one command line. Problems become one line on standard error and exit code 2. Never throws. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const about = name === 'help' ? COMMANDS.find((one) => one.name === rest[0]) : undefined;
    io.out(about?.help ?? HELP);
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
  const options = beforeTheRest(rest);
  if (options.includes('--help') || options.includes('-h')) {
    io.out(command.help);
    return 0;
  }
  if (options.includes('--version')) {
    io.out(packageJson.version);
    return 0;
  }
  return run(command, rest, io);
}

/** Behind `--` stand no options. */
function beforeTheRest(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

async function run(command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  const json = jsonLog(io, command.name, () => new Date());
  let fail = (line: string) => io.err(`hatstack ${command.name}: ${line}`);
  // Even a mistake in the options is told as the options say.
  if (args.some((arg, at) => arg === '--log=json' || (arg === '--log' && args[at + 1] === 'json')))
    fail = json.fail;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...GLOBAL_OPTIONS, ...command.options },
      allowPositionals: true,
    });
    const { log, ...own } = values;
    if (log !== undefined && log !== 'json' && log !== 'text')
      throw new CannotDo(`--log is text or json, not \`${log}\``);
    return await command.run(own, positionals, log === 'json' ? json : io, COMMANDS);
  } catch (error) {
    fail(lineOf(error, command));
    return 2;
  }
}

/** A mistake in the options, with the option that was probably meant. */
function optionLine(error: Error, { name, options }: Command): string {
  const said = error.message.split('.')[0]?.replaceAll("'", '`') ?? '';
  const missing = /^Option `(--\S+)` argument is ambiguous/.exec(said)?.[1];
  if (missing !== undefined) return `Option \`${missing}\` has no value: what follows it is another option`;
  const unknown = /^Unknown option `--(\S+?)`/.exec(said)?.[1];
  const known = Object.keys({ ...options, ...GLOBAL_OPTIONS });
  const meant = unknown === undefined ? null : nearest(unknown, known);
  const hint =
    meant === null ? `\`hatstack ${name} --help\` lists the options` : `did you mean \`--${meant}\`?`;
  return `${said}; ${hint}`;
}

/** A foreseen problem says it itself; anything else is ours, and says so. */
function lineOf(error: unknown, command: Command): string {
  if (error instanceof CannotDo) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return optionLine(error, command);
  if (error.name === 'SnapshotProblem' || error.name === 'ScanProblem') return error.message;
  return `a fault in hatstack itself, please report it: ${error.stack?.split('\n').slice(0, 3).join(' ') ?? error.message}`;
}
