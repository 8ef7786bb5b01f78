/** What a person can act on in a field. Garden marks the input of a combobox hidden until it has the focus. */
const controls =
  'input:not([type="hidden"]):not([hidden]), input[role="combobox"], select, textarea, [contenteditable="true"], button:not(:disabled)'

/** The first control of the field with a pointer. */
export const controlIn = (place: HTMLElement | null, pointer: string): HTMLElement | null =>
  marked(place, 'field', pointer)?.querySelector<HTMLElement>(controls) ?? null

/** The element that bears a mark. Marks hold what people named, so they are compared and not queried. */
export const marked = (place: HTMLElement | null, mark: 'field' | 'part', value: string) =>
  [...(place?.querySelectorAll<HTMLElement>(`[data-${mark}]`) ?? [])].find(
    (element) => element.dataset[mark] === value,
  )
