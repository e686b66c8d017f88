// Shell scripts that complete commands, options and their values; made from the commands themselves.
import type { Command } from './command';
import { GLOBAL_FLAGS } from './global-options';

/** Values of options by name, where an option takes one of a few. */
const VALUES: { readonly [flag: string]: readonly string[] } = { '--log': ['json', 'text'] };

interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly string[];
  readonly values: { readonly [flag: string]: readonly string[] };
}

const SHELLS: { readonly [shell: string]: (commands: readonly Completed[]) => string } = { bash, zsh, fish };

/** The shells that there is a script for. */
export const SHELL_NAMES: readonly string[] = Object.keys(SHELLS);

/** The script; null for a shell that there is none for. Never throws. */
export function completionScript(shell: string, commands: readonly Command[]): string | null {
  const print = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  return print === undefined ? null : print(commands.map(completed));
}

function completed({ name, summary, options, choices = {} }: Command): Completed {
  const flags = [...Object.keys(options).map((option) => `--${option}`), ...GLOBAL_FLAGS].sort();
  const own = Object.entries(choices).map(([option, list]) => [`--${option}`, list] as const);
  return { name, summary, flags, values: { ...VALUES, ...Object.fromEntries(own) } };
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.flatMap(({ name, flags, values }) => [
    ...Object.entries(values).map(
      ([flag, list]) =>
        `    ${name}:${flag}) COMPREPLY=($(compgen -W '${list.join(' ')}' -- "$word")); return ;;`,
    ),
    `    ${name}:*) words='${flags.join(' ')}' ;;`,
  ]);
  return `# hatstack completion for bash: source this file, or save it as ~/.local/share/bash-completion/completions/hatstack
_hatstack() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}:$before" in
${cases.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W 'latest example' -- "$word") $(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _hatstack hatstack
`;
}

function zsh(commands: readonly Completed[]): string {
  const list = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map(({ name, flags, values }) => {
    const specs = flags.map((flag) => {
      const some = values[flag];
      return `'${flag}${some === undefined ? '' : `[${flag.slice(2)}]:${flag.slice(2)}:(${some.join(' ')})`}'`;
    });
    return `    ${name}) _arguments ${specs.join(' ')} '*:snapshot or file:_files' ;;`;
  });
  return `#compdef hatstack
# hatstack completion for zsh: save it as _hatstack in a folder of $fpath
_hatstack() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _hatstack hatstack
`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, summary, flags, values }) => [
    `complete -c hatstack -n __fish_use_subcommand -f -a ${name} -d '${quoted(summary)}'`,
    ...flags.map((flag) => {
      const some = values[flag];
      const takes = some === undefined ? '' : ` -x -a '${some.join(' ')}'`;
      return `complete -c hatstack -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${takes}`;
    }),
  ]);
  return `# hatstack completion for fish: save it as ~/.config/fish/completions/hatstack.fish
${lines.join('\n')}
`;
}

/** Within single quotes. */
function quoted(text: string): string {
  return text.replaceAll("'", '’').replaceAll(':', ' -');
}
