import { readFileSync } from 'node:fs';

// Every program imports this first, and the build runs it before it compiles. It is JavaScript, and plain: a Node that is too
// old has to understand it, and it has to be there before anything is compiled.

/**
 * What is wrong with a version of Node; undefined if Rostrum runs on it.
 * @param {string} running such as `18.20.8`
 * @param {string} engines what package.json asks for, such as `>=20.19`
 * @returns {string | undefined}
 */
export function tooOld(running, engines) {
  const wanted = engines.replace(/^>=/, '');
  const have = running.split('.').map(Number);
  for (const [at, least] of wanted.split('.').map(Number).entries()) {
    const part = have[at] || 0;
    if (part > least) return undefined;
    if (part < least) {
      return `Rostrum needs Node ${wanted} or newer, and this is Node ${running}. Install a newer one from https://nodejs.org, then run npm ci again.`;
    }
  }
  return undefined;
}

/**
 * package.json, from this file in `src` and from its copy in `dist/src`.
 * @returns {{ engines?: { node: string } } | undefined} undefined if there is none; then nothing is known to be wrong
 */
function packageJson() {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
    } catch {
      // It is in the other place.
    }
  }
  return undefined;
}

const found = packageJson();
const fault = found?.engines && tooOld(process.versions.node, found.engines.node);
if (fault !== undefined) {
  console.error(fault);
  // As after settings that cannot be used: for `npm run ask`, 1 would mean that nothing was found.
  process.exit(2);
}
