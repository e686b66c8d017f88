// hatstack completion: print a script that lets the shell complete the rest.
import { CannotDo, type Command } from '../command';
import { completionScript, SHELL_NAMES } from '../completion';

export const completionCommand: Command = {
  name: 'completion',
  summary: 'print the completion script of your shell',
  help: `hatstack completion bash|zsh|fish

Prints a script that completes commands, options and their values.

  bash   hatstack completion bash > ~/.local/share/bash-completion/completions/hatstack
  zsh    hatstack completion zsh > ~/.zfunc/_hatstack, where ~/.zfunc is in $fpath
  fish   hatstack completion fish > ~/.config/fish/completions/hatstack.fish

Exit code: 0 printed, 2 could not do it.`,
  options: {},
  async run(_values, [shell, stray], io, commands) {
    if (shell === undefined) throw new CannotDo(`name your shell: ${SHELL_NAMES.join(', ')}`);
    if (stray !== undefined) throw new CannotDo(`\`${stray}\` is one word too many: name one shell`);
    const script = completionScript(shell, commands);
    if (script === null)
      throw new CannotDo(`no completion for \`${shell}\`: there is one for ${SHELL_NAMES.join(', ')}`);
    io.out(script.trimEnd());
    return 0;
  },
};
