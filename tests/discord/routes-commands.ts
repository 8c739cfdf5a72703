import { type ApiObject, apiCommand } from './api-objects.ts';
import {
  type CommandDefinition,
  refuseInvalidCommand,
  refuseInvalidCommands,
  refuseTooMany,
  typeOf,
} from './command-rules.ts';
import { missingAccess, refuseForm, unknownCommand } from './refusals.ts';
import { noContent, ok, type Route, type RouteRequest } from './rest.ts';
import type { RegisteredCommand, World } from './world.ts';

/** Registration of commands, globally and for one guild. */
export function commandRoutes(world: World): Route[] {
  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (path): Route[] => [
      { method: 'GET', path, handle: (request) => ok(listed(world, request)) },
      { method: 'PUT', path, handle: (request) => ok(overwritten(world, request)) },
      { method: 'POST', path, handle: (request) => created(world, request) },
      {
        method: 'GET',
        path: `${path}/:command`,
        handle: (request) => ok(apiCommand(world, find(world, request))),
      },
      { method: 'PATCH', path: `${path}/:command`, handle: (request) => ok(edited(world, request)) },
      { method: 'DELETE', path: `${path}/:command`, handle: (request) => deleted(world, request) },
    ],
  );
}

function listed(world: World, request: RouteRequest): ApiObject[] {
  const commands = commandsOf(world, request).map((command) => apiCommand(world, command));
  // "with_localizations: Whether to include full localization dictionaries", without which they are left out.
  return request.query.with_localizations === 'true' ? commands : withoutLocalizations(commands);
}

function overwritten(world: World, request: RouteRequest): ApiObject[] {
  const before = commandsOf(world, request);
  if (!Array.isArray(request.body)) {
    refuseForm([
      { path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' },
    ]);
  }
  refuseInvalidCommands(request.body as unknown[]);
  const registered = (request.body as CommandDefinition[]).map((command) =>
    register(
      world,
      request,
      command,
      before.find((old) => isSame(old, command)),
    ),
  );
  world.commands.set(scopeOf(request), registered);
  return registered.map((command) => apiCommand(world, command));
}

/** "Creating a command with the same name as an existing command for your application will overwrite the old command". */
function created(world: World, request: RouteRequest) {
  const before = commandsOf(world, request);
  refuseInvalidCommand(request.body);
  const definition = request.body as CommandDefinition;
  const old = before.find((command) => isSame(command, definition));
  const command = register(world, request, definition, old);
  const after = [...before.filter((other) => other !== old), command];
  refuseTooMany(after);
  world.commands.set(scopeOf(request), after);
  return { status: old ? 200 : 201, body: apiCommand(world, command) };
}

function edited(world: World, request: RouteRequest): ApiObject {
  const old = find(world, request);
  const { id: _id, guildId: _guildId, version: _version, ...definition } = old;
  const merged = { ...definition, ...(request.body as Partial<CommandDefinition>), type: old.type };
  refuseInvalidCommand(merged);
  const command = register(world, request, merged, old);
  const commands = commandsOf(world, request);
  world.commands.set(
    scopeOf(request),
    commands.map((other) => (other === old ? command : other)),
  );
  return apiCommand(world, command);
}

function deleted(world: World, request: RouteRequest) {
  const command = find(world, request);
  const commands = commandsOf(world, request);
  world.commands.set(
    scopeOf(request),
    commands.filter((other) => other !== command),
  );
  return noContent;
}

function register(
  world: World,
  request: RouteRequest,
  definition: CommandDefinition,
  old: RegisteredCommand | undefined,
): RegisteredCommand {
  return {
    ...definition,
    id: old?.id ?? world.snowflake(),
    type: typeOf(definition),
    guildId: request.params.guild ?? null,
    version: world.snowflake(),
  };
}

function find(world: World, request: RouteRequest): RegisteredCommand {
  const command = commandsOf(world, request).find(({ id }) => id === request.params.command);
  if (!command) throw unknownCommand();
  return command;
}

function commandsOf(world: World, request: RouteRequest): RegisteredCommand[] {
  const { application, guild } = request.params;
  if (application !== world.applicationId) throw missingAccess();
  if (guild !== undefined && !world.guilds.get(guild)?.hasBot) throw missingAccess();
  return world.commands.get(scopeOf(request)) ?? [];
}

const scopeOf = (request: RouteRequest) => request.params.guild ?? 'global';

const isSame = (one: CommandDefinition, other: CommandDefinition) =>
  one.name === other.name && typeOf(one) === typeOf(other);

function withoutLocalizations<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutLocalizations) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith('_localizations'))
      .map(([key, item]) => [key, withoutLocalizations(item)]),
  ) as T;
}
