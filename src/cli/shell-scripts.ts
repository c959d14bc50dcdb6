// The scripts that shells load. Each asks `pqready complete` what the word may become, evaluates nothing that was typed, and leaves the word to
// the shell's own completion of files where there is no answer.

/** By shell. */
export const SHELL_SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish' | 'pwsh', string>> = {
  // Readline breaks words at = and : too, and replaces only what stands after the last of them.
  bash: `_pqready() {
  local line=\${COMP_LINE:0:COMP_POINT} words current before found entry
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  current=\${words[-1]}
  before=\${current%"\${current##*[=:]}"}
  mapfile -t found < <(pqready complete -- "\${words[@]:1}" 2>/dev/null)
  COMPREPLY=()
  for entry in "\${found[@]}"; do
    entry=\${entry%%$'\\t'*}
    COMPREPLY+=("\${entry#"$before"}")
  done
}
complete -o default -F _pqready pqready`,
  zsh: `#compdef pqready
_pqready() {
  local line
  local -a found
  for line in "\${(@f)$(pqready complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( $#found )); then _describe pqready found; else _files; fi
}
compdef _pqready pqready`,
  fish: `function __pqready_complete
    set -l words (commandline -opc) (commandline -ct)
    pqready complete -- $words[2..-1] 2>/dev/null
end
complete -c pqready -a '(__pqready_complete)'`,
  pwsh: `Register-ArgumentCompleter -Native -CommandName pqready -ScriptBlock {
    param($word, $command, $position)
    $words = @($command.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text })
    if ($word -eq '') { $words += ' ' }
    pqready complete '--' @words 2>$null | ForEach-Object {
        $id, $title = $_ -split "\`t", 2
        [System.Management.Automation.CompletionResult]::new($id, $id, 'ParameterValue', $(if ($title) { $title } else { $id }))
    }
}`,
};
