/** A key made from a title, as Zendesk suggests one: `Spare part` becomes `spare_part`. */
export const keyFrom = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
