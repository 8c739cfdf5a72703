import { describe, expect, it } from 'vitest';
import { misspelt, type Place } from '../../src/settings/misspelt.ts';

const OURS = [
  ...['CORPUS_DIR', 'DATA_DIR', 'DIGEST_CATCH_UP', 'LOG_LEVEL', 'DISCORD_TOKEN', 'DISCORD_APPLICATION_ID'],
  ...['DISCORD_GUILD_ID', 'DISCORD_API_URL', 'SHARDS'],
];
const meant = (written: readonly string[], place: Place) =>
  misspelt(written, OURS, place).map((found) => `${found.written} → ${found.meant}`);

describe('a key that is nearly a setting', () => {
  it.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['DISCORD-TOKEN', 'DISCORD_TOKEN'],
    ['DISCORDTOKEN', 'DISCORD_TOKEN'],
    ['DISCORD_TOEKN', 'DISCORD_TOKEN'],
    ['DISCORD_GIULD_ID', 'DISCORD_GUILD_ID'],
    ['DATADIR', 'DATA_DIR'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['Shards', 'SHARDS'],
  ])('is named wherever it is: %s', (written, ours) => {
    expect(meant([written], '.env')).toEqual([`${written} → ${ours}`]);
    expect(meant([written], 'the environment')).toEqual([`${written} → ${ours}`]);
  });

  it.each([
    ['BOT_TOKEN', 'DISCORD_TOKEN'],
    ['CLIENT_ID', 'DISCORD_APPLICATION_ID'],
    ['DATA_DIRS', 'DATA_DIR'],
    ['SHARD', 'SHARDS'],
    ['CORPUS_DRI', 'CORPUS_DIR'],
  ])('is named only where it can mean nobody else: %s', (written, ours) => {
    expect(meant([written], '.env')).toEqual([`${written} → ${ours}`]);
    expect(meant([written], 'the environment')).toEqual([]);
  });

  it('is left alone if ours is set', () => {
    expect(meant(['LOGLEVEL', 'LOG_LEVEL'], 'the environment')).toEqual([]);
  });

  it.each(['.env', 'the environment'] as const)('is none of those that are usual in %s', (place) => {
    const usual =
      `SHELL HOME LOGNAME USER PATH PWD OLDPWD LANG LC_ALL TERM COLORTERM EDITOR PAGER DISPLAY TMPDIR TZ
      HOSTNAME SHLVL LS_COLORS MAIL DATA DATA_DIRECTORY XDG_DATA_DIRS XDG_DATA_HOME XDG_RUNTIME_DIR SHARD_COUNT SHARD_LIST
      SHARDING_MANAGER SHARDING_MANAGER_MODE SHARED SHAREDIR DISCORD_WEBHOOK_URL DISCORD_CHANNEL_ID DISCORD_USER
      DISCORD_CLIENT_SECRET DISCORD_PUBLIC_KEY NODE_ENV NODE_OPTIONS npm_config_loglevel npm_config_cache
      npm_lifecycle_event npm_package_name GITHUB_TOKEN API_URL LOG_FILE LOG_FORMAT LOGS_DIR CONFIG_DIR CORES
      HTTPS_PROXY NO_PROXY INVOCATION_ID STATE_DIRECTORY SYSTEMD_EXEC_PID JOURNAL_STREAM APPDATA ProgramData COMSPEC
      WINDIR USERPROFILE PORT DATABASE_URL CI`.split(/\s+/);
    expect(meant([...usual, ...OURS], place)).toEqual([]);
    expect(meant(usual, place)).toEqual([]);
  });
});
