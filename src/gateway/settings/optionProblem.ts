/**
 * What is wrong with the options, in our own words: those of `parseArgs` repeat what was typed,
 * which may be a token. What is repeated here looks like the name of an option.
 */
export function optionProblem(argv: readonly string[], error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const text = error instanceof Error ? error.message : '';
  const [name] = text.match(/--[a-z]{1,8}(?:-[a-z]{1,8})?(?![\w-])/) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
    return 'An argument belongs to no option (not repeated here: it may be a token)';
  }
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = name !== undefined && argv.some((arg) => arg.replace(/=.*$/s, '') === name);
    return known ? `There is no option ${name}` : 'An option is unknown (not repeated here)';
  }
  return name === undefined ? 'An option is wrong' : `${name} needs a value, or takes none`;
}
