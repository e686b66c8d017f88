// hatstack serve: the dashboard, on this machine only unless told otherwise.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfigFile } from '@/lib/config/read-config-file';
import { readSchedule } from '@/lib/config/schedule';
import { CannotDo, type Command, type ExitCode } from '../command';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'the dashboard on http://127.0.0.1:3000',
  help: `hatstack serve [--port PORT] [--host ADDRESS --login token|oidc] [--allowed-host NAME]... [--url URL]
               [--schedule WHEN]

Starts the dashboard on http://127.0.0.1:3000, bound to this machine only. It shows the latest snapshot, or the bundled example.
  --port PORT          another port; the environment variable PORT does the same
  --host ADDRESS       bind it elsewhere, such as 0.0.0.0 (HATSTACK_HOST); it then starts only with a login
  --login token        people sign in with a token (HATSTACK_LOGIN). One is made and printed once, unless
                       HATSTACK_TOKEN or HATSTACK_TOKEN_FILE gives one
  --login oidc         people sign in at your identity provider: HATSTACK_OIDC_ISSUER and more, see docs/security.md
  --allowed-host NAME  a name that it answers to besides localhost (HATSTACK_HOSTS, with commas)
  --url URL            the address that people type where a proxy with TLS stands in front (HATSTACK_URL)
  --schedule WHEN      scan by itself, with the options of hatstack.yaml and the environment (HATSTACK_SCHEDULE):
                       \`every 6h\`, or \`at 02:00, 14:00\` in UTC
  --accepted FILE      accepted findings, read and written; hatstack-accepted.yaml beside hatstack.yaml unless told
                       (HATSTACK_ACCEPTED)
  --config FILE        settings, hatstack.yaml unless told; its table \`serve\` holds the same (HATSTACK_CONFIG)

docs/security.md says how to put it behind TLS. With --log json the server logs one JSON object a line.`,
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    login: { type: 'string' },
    'allowed-host': { type: 'string', multiple: true },
    url: { type: 'string' },
    schedule: { type: 'string' },
    config: { type: 'string' },
    accepted: { type: 'string' },
  },
  async run(values, _positionals, io): Promise<ExitCode> {
    const script = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));
    if (!existsSync(script))
      throw new CannotDo(
        'the dashboard is not part of this installation: run `npm start` in a clone of the project',
      );
    const file = readConfigFile(text(values.config) ?? (io.env.HATSTACK_CONFIG || undefined));
    if (file.kind === 'problem') throw new CannotDo(file.problem);
    const { schedule } = values;
    if (typeof schedule === 'string' && readSchedule(schedule) === null)
      throw new CannotDo(`--schedule takes \`every 6h\` or \`at 02:00, 14:00\`, not \`${schedule}\``);
    const env = {
      ...file.serve,
      ...given(io.env),
      ...variablesOf(values),
      ...(typeof schedule === 'string' ? { HATSTACK_SCHEDULE: schedule } : {}),
      ...(io.event === undefined ? {} : { HATSTACK_LOG: 'json' }),
    };
    const child = spawn(process.execPath, [script], { stdio: 'inherit', env: env as NodeJS.ProcessEnv });
    // A signal sent to this process alone must reach the server too.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    const code = await new Promise<number>((resolve) => child.on('exit', (status) => resolve(status ?? 0)));
    return code === 0 ? 0 : 2;
  },
};

type Environment = { readonly [name: string]: string | undefined };

/** Each flag with the variable that says the same. */
const VARIABLES = {
  port: 'PORT',
  host: 'HATSTACK_HOST',
  login: 'HATSTACK_LOGIN',
  'allowed-host': 'HATSTACK_HOSTS',
  url: 'HATSTACK_URL',
  config: 'HATSTACK_CONFIG',
  accepted: 'HATSTACK_ACCEPTED',
} as const;

function variablesOf(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(VARIABLES).flatMap(([flag, variable]) => {
      const value = values[flag];
      return value === undefined ? [] : [[variable, Array.isArray(value) ? value.join(',') : String(value)]];
    }),
  );
}

/** An empty variable says nothing, and must not hide what the file says. */
function given(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
