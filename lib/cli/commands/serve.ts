// hatstack serve: the dashboard, on this machine only.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CannotDo, type Command, type ExitCode } from '../command';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'the dashboard on http://127.0.0.1:3000',
  help: `hatstack serve [--port PORT]

Starts the dashboard on http://127.0.0.1:3000, bound to this machine only. It shows the latest snapshot, or the bundled example.
  --port PORT   another port; the environment variable PORT does the same`,
  options: { port: { type: 'string' } },
  async run(values, _positionals, io): Promise<ExitCode> {
    const script = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));
    if (!existsSync(script))
      throw new CannotDo(
        'the dashboard is not part of this installation: run `npm start` in a clone of the project',
      );
    const env = { ...io.env, ...(values.port === undefined ? {} : { PORT: String(values.port) }) };
    const child = spawn(process.execPath, [script], { stdio: 'inherit', env: env as NodeJS.ProcessEnv });
    // A signal sent to this process alone must reach the server too.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    const code = await new Promise<number>((resolve) => child.on('exit', (status) => resolve(status ?? 0)));
    return code === 0 ? 0 : 2;
  },
};
