// The process around the command: standard streams in, exit code out.
import { main } from './main';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === 'EPIPE') process.exit(0);
});
// Nobody reads the progress any more: the work goes on.
process.stderr.on('error', () => {});

process.exitCode = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
  isTerminal: process.stderr.isTTY === true,
  get columns() {
    return process.stderr.columns;
  },
  draw: (text) => process.stderr.write(text),
});
