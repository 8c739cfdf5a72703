import { type Component, componentTypes, everyComponent } from './components.ts';
import {
  distinctComponentIds,
  distinctCustomIds,
  type ExistingMessage,
  refuseInvalidMessage,
} from './message-rules.ts';
import { type FormProblem, refuseForm } from './refusals.ts';
import { callbackSchemas, schemaProblems } from './schemas.ts';

// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object
export const callbackTypes = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const;

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;

export interface CallbackBody {
  type: number;
  data?: Record<string, unknown> | null;
}

/** Refuses an interaction callback that Discord would refuse in answer to this kind of interaction. */
export function refuseInvalidCallback(
  body: unknown,
  {
    interactionType,
    source,
    files = 0,
  }: {
    interactionType: number;
    source?: ExistingMessage | undefined;
    files?: number;
  },
): asserts body is CallbackBody {
  const callback = body as CallbackBody;
  const schema = callbackSchemas.get(callback?.type);
  refuseForm(schema ? schemaProblems(schema, callback) : [wrongType()]);
  refuseForm(callbackFitsInteraction(callback.type, interactionType, source !== undefined));
  const data = callback.data ?? {};
  if (callback.type === callbackTypes.message) {
    refuseInvalidMessage(data, { prefix: ['data'], files });
  }
  if (callback.type === callbackTypes.update) {
    refuseInvalidMessage(data, { existing: source, prefix: ['data'], files });
  }
  if (callback.type === callbackTypes.autocomplete) refuseForm(choiceProblems(data), ['data']);
  if (callback.type === callbackTypes.modal) refuseForm(modalProblems(data), ['data']);
}

/**
 * "DEFERRED_UPDATE_MESSAGE and UPDATE_MESSAGE are only valid for component-based interactions"; "MODAL is not
 * available for MODAL_SUBMIT"; an autocomplete interaction takes choices and nothing else does.
 */
function callbackFitsInteraction(type: number, interactionType: number, hasSource: boolean): FormProblem[] {
  const isUpdate = type === callbackTypes.update || type === callbackTypes.deferredUpdate;
  const fits =
    (type === callbackTypes.autocomplete) === (interactionType === interactionTypes.autocomplete) &&
    (!isUpdate || hasSource) &&
    !(type === callbackTypes.modal && interactionType === interactionTypes.modalSubmit) &&
    type >= callbackTypes.message;
  return fits ? [] : [wrongType()];
}

const wrongType = (): FormProblem => ({
  path: ['type'],
  code: 'BASE_TYPE_CHOICES',
  message: 'This interaction cannot be answered with this callback type.',
});

/**
 * Choices: "1-100 character choice name" (the schema's) and a value "up to 100 characters if string", counted here in
 * UTF-16 units, as the stricter reading. Discord trims texts, and blank ones are none.
 */
function choiceProblems(data: Record<string, unknown>): FormProblem[] {
  const choices = (data.choices ?? []) as { name: unknown; value: unknown }[];
  const isBad = (text: unknown) => typeof text === 'string' && (text.length > 100 || text.trim() === '');
  return choices.flatMap((choice, index) =>
    (['name', 'value'] as const)
      .filter((part) => isBad(choice[part]))
      .map((part) => ({
        path: ['choices', index, part],
        code: 'BASE_TYPE_BAD_LENGTH',
        message: 'Must be between 1 and 100 in length.',
      })),
  );
}

function modalProblems(data: Record<string, unknown>): FormProblem[] {
  const components = (data.components ?? []) as Component[];
  const placed = everyComponent(components);
  return [
    ...fiveModalComponents(components),
    ...distinctCustomIds(placed),
    ...distinctComponentIds(placed),
    ...labelledInputs(components),
  ];
}

/** Modal: "Between 1 and 5 (inclusive) components that make up the modal"; the schema allows 40. */
function fiveModalComponents(components: readonly Component[]): FormProblem[] {
  return components.length > 5
    ? [{ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' }]
    : [];
}

/** A text input in an action row is its only child and has its own label; in a Label, the Label names it. */
function labelledInputs(components: readonly Component[]): FormProblem[] {
  return components.flatMap((row, index) => {
    if (row.type !== componentTypes.actionRow) return [];
    const [input, ...others] = row.components ?? [];
    return [
      ...(input?.label
        ? []
        : [
            {
              path: ['components', index, 'components', 0, 'label'],
              code: 'BASE_TYPE_REQUIRED',
              message: 'This field is required',
            },
          ]),
      ...(others.length > 0
        ? [
            {
              path: ['components', index, 'components'],
              code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
              message: 'The specified component exceeds the maximum width',
            },
          ]
        : []),
    ];
  });
}
