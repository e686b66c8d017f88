// Which port to listen on, and whether it is free.
import { createServer } from 'node:net';
import { CannotRun } from './run.mjs';

export const LOOPBACK = '127.0.0.1';

/** The port asked for by PORT, else 3000. */
export function chosenPort(text = process.env.PORT) {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new CannotRun(`PORT must be a number from 1 to 65535, not \`${text}\``);
  }
  return port;
}

/** Resolves when the port can be listened on; otherwise says which port and how to choose another. */
export function requireFreePort(port, host = LOOPBACK) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (problem) => {
      const next = port < 65_535 ? port + 1 : 3000;
      if (problem.code === 'EADDRNOTAVAIL' || problem.code === 'ENOTFOUND')
        return reject(new CannotRun(`${host} is not an address of this machine`));
      const why = problem.code === 'EACCES' ? 'may not be used by this user' : 'is already in use';
      reject(new CannotRun(`port ${port} ${why}: choose another, for example PORT=${next} npm start`));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
