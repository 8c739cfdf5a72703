/**
 * An option as it is typed after `npm run import -- FILE`.
 * @param name without its dashes
 */
export function optionFor(name: string, value: string): string {
  return `--${name} "${value.replace(/["\\$`]/g, '\\$&')}"`;
}
