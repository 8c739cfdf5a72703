import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import type { FormProblem } from './refusals.ts';

/** Discord's published schemas for the request bodies that the stand-in accepts. */
export const schemas = {
  command: spec.ApplicationCommandCreateRequestSchema,
  commandInBulk: spec.ApplicationCommandUpdateRequestSchema,
  locale: spec.AvailableLocalesEnumSchema,
  channelMessage: spec.MessageCreateRequestSchema,
  channelMessageEdit: spec.MessageEditRequestPartialSchema,
  webhookMessage: spec.IncomingWebhookRequestPartialSchema,
  webhookMessageEdit: spec.IncomingWebhookUpdateRequestPartialSchema,
};

/** The schema of an interaction callback, by its callback type. */
export const callbackSchemas: ReadonlyMap<unknown, ZodMiniType> = new Map([
  [1, spec.PongInteractionCallbackRequestSchema],
  [4, spec.CreateMessageInteractionCallbackRequestSchema],
  [5, spec.CreateMessageInteractionCallbackRequestSchema],
  [6, spec.UpdateMessageInteractionCallbackRequestSchema],
  [7, spec.UpdateMessageInteractionCallbackRequestSchema],
  [8, spec.ApplicationCommandAutocompleteCallbackRequestSchema],
  [9, spec.ModalInteractionCallbackRequestSchema],
]);

/** What one of Discord's schemas finds wrong with a value, in Discord's own inner error codes. */
export function schemaProblems(schema: ZodMiniType, value: unknown): FormProblem[] {
  const result = schema.safeParse(value);
  return result.success ? [] : flatten(result.error.issues as Issue[], [], value);
}

interface Issue {
  code: string;
  path: readonly PropertyKey[];
  message: string;
  origin?: string;
  maximum?: number;
  minimum?: number;
  errors?: Issue[][];
}

function flatten(issues: readonly Issue[], base: readonly PropertyKey[], root: unknown): FormProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code !== 'invalid_union') return [toProblem(issue, path, root)];
    const branch = likeliestBranch(issue.errors ?? []);
    if (branch) return flatten(branch, path, root);
    const code = valueAt(root, path) === undefined ? 'BASE_TYPE_REQUIRED' : 'UNION_TYPE_CHOICES';
    return [{ path, code, message: 'Value of field "type" is not one of the accepted types.' }];
  });
}

/** `type` distinguishes components and options: the branch that got past it is the one that was meant. */
function likeliestBranch(branches: readonly Issue[][]): Issue[] | undefined {
  const meant = branches.filter(
    (branch) => !branch.some((issue) => issue.path.length === 0 || issue.path[0] === 'type'),
  );
  return meant.sort((one, other) => one.length - other.length)[0];
}

function toProblem(issue: Issue, path: readonly PropertyKey[], root: unknown): FormProblem {
  const isNumber = issue.origin === 'number' || issue.origin === 'int';
  switch (issue.code) {
    case 'too_big':
      return isNumber
        ? { path, code: 'NUMBER_TYPE_MAX', message: `Value should be at most ${issue.maximum}.` }
        : { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return isNumber
        ? { path, code: 'NUMBER_TYPE_MIN', message: `Value should be at least ${issue.minimum}.` }
        : { path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_format':
      return { path, code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    default:
      return valueAt(root, path) === undefined
        ? { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { path, code: 'BASE_TYPE_CHOICES', message: issue.message };
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null)?.[step], root);
}
