// The only list of commands, in the order in which help shows them.
import type { Command } from '../command';
import { acceptCommand } from './accept';
import { checkCommand } from './check';
import { completionCommand } from './completion';
import { diffCommand } from './diff';
import { explainCommand } from './explain';
import { exportCommand } from './export';
import { leastCommand } from './least';
import { reachCommand } from './reach';
import { reportCommand } from './report';
import { roleCommand } from './role';
import { scanCommand } from './scan';
import { serveCommand } from './serve';
import { simulateCommand } from './simulate';
import { snapshotsCommand } from './snapshots';
import { workerCommand } from './worker';

export const COMMANDS = [
  serveCommand,
  scanCommand,
  workerCommand,
  snapshotsCommand,
  checkCommand,
  acceptCommand,
  explainCommand,
  reachCommand,
  leastCommand,
  diffCommand,
  exportCommand,
  reportCommand,
  simulateCommand,
  roleCommand,
  completionCommand,
] as const satisfies readonly Command[];
