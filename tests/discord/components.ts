/** A message or modal component, as far as the stand-in checks it. */
export interface Component {
  type: number;
  id?: number | null;
  custom_id?: string | null;
  components?: Component[];
  accessory?: Component;
  component?: Component;
  content?: string;
  style?: number;
  label?: string | null;
  emoji?: unknown;
  url?: string | null;
  sku_id?: string | null;
  disabled?: boolean | null;
  accent_color?: number | null;
  options?: { label: string; value: string }[];
  min_values?: number | null;
  max_values?: number | null;
}

// https://discord.com/developers/docs/components/reference#component-object-component-types
export const componentTypes = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  section: 9,
  textDisplay: 10,
  container: 17,
  label: 18,
} as const;

export interface PlacedComponent {
  component: Component;
  path: PropertyKey[];
}

/** Every component in the tree, parents before their children, each with its place in the body. */
export function everyComponent(
  components: readonly Component[] | null | undefined,
  path: PropertyKey[] = ['components'],
): PlacedComponent[] {
  return (components ?? []).flatMap((component, index) => withChildren(component, [...path, index]));
}

function withChildren(component: Component, path: PropertyKey[]): PlacedComponent[] {
  return [
    { component, path },
    ...everyComponent(component.components, [...path, 'components']),
    ...(component.accessory ? withChildren(component.accessory, [...path, 'accessory']) : []),
    ...(component.component ? withChildren(component.component, [...path, 'component']) : []),
  ];
}

/**
 * The components as Discord stores them, each with a numeric `id` ("generated sequentially if left empty.
 * Generation of `id`s won't use another `id` that exists in the message").
 */
export function withComponentIds(components: readonly Component[]): Component[] {
  const copy = structuredClone(components) as Component[];
  const all = everyComponent(copy).map(({ component }) => component);
  const taken = new Set(all.map((component) => component.id));
  let next = 1;
  for (const component of all) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    next += 1;
  }
  return copy;
}
