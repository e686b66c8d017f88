import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from './commands/index';
import { completionScript, SHELL_NAMES } from './completion';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hatstack-completion-'));
  writeFileSync(join(folder, 'bash'), completionScript('bash', COMMANDS) ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash itself offers behind the words. */
function offered(...words: readonly string[]): readonly string[] {
  const line = ['hatstack', ...words].map((word) => `'${word}'`).join(' ');
  const script = `source '${join(folder, 'bash')}'; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _hatstack; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).split('\n').filter(Boolean);
}

test('bash completes commands', () => {
  expect(offered('sc')).toEqual(['scan']);
  expect(offered('')).toEqual(expect.arrayContaining(['serve', 'scan', 'check', 'completion', '--version']));
});

test('bash completes the options of the command, and those of all', () => {
  expect(offered('scan', '--ro')).toEqual(['--role-name']);
  expect(offered('check', '--')).toEqual(
    expect.arrayContaining(['--fail-on', '--format', '--help', '--log']),
  );
  expect(offered('check', '--')).not.toContain('--role-name');
});

test('bash completes values that are one of a few, and snapshots and files elsewhere', () => {
  expect(offered('role', '--format', 't')).toEqual(['terraform']);
  expect(offered('scan', '--log', '')).toEqual(['json', 'text']);
  expect(offered('check', 'la')).toEqual(['latest']);
  expect(offered('check', 'ba')).toEqual(['bash']);
});

test.each(SHELL_NAMES)('%s knows every command and every option of it', (shell) => {
  const script = completionScript(shell, COMMANDS) ?? '';
  for (const { name, options } of COMMANDS) {
    expect(script).toContain(name);
    for (const option of Object.keys(options))
      expect(script).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`);
  }
});

test('there is none for another shell', () => {
  expect(completionScript('tcsh', COMMANDS)).toBeNull();
  expect(completionScript('toString', COMMANDS)).toBeNull();
});
