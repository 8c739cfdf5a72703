import { readFileSync } from 'node:fs';

// JavaScript, because src/start.js looks before anything is compiled.

const SHELL = /^(?:(?:ba|da|a|k|z)?sh|busybox)$/;

/**
 * The processes above this one, up to the first that is no shell: npm, while it is there.
 * @returns {string} their numbers
 */
export function startedBy() {
  const seen = [process.ppid];
  for (let above = aboveShell(process.ppid); above !== undefined; above = aboveShell(above)) seen.push(above);
  return seen.join(' ');
}

/**
 * The process above a shell; undefined if it is no shell, or the system does not say. Only Linux does, in a file; elsewhere
 * the shells leave their place to a single command.
 * @param {number} pid
 * @returns {number | undefined}
 */
function aboveShell(pid) {
  try {
    // "pid (name) state ppid …"; the name may contain anything (proc_pid_stat(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const [, above] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return SHELL.test(name) ? Number(above) : undefined;
  } catch {
    return undefined;
  }
}
