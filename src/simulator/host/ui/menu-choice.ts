import type { IMenuProps } from '@zendeskgarden/react-dropdowns'

/** Ways in which a menu's item is chosen; a menu also tells of every other thing that happens to it. */
const choices = ['menuItem:click', 'menuItem:keyDown:Enter', 'menuItem:keyDown:Space']

/** Calls back with the value of an item that was chosen. */
export const onChoice =
  (choose: (value: string) => void): NonNullable<IMenuProps['onChange']> =>
  ({ type, value }) => {
    if (choices.includes(type) && value !== undefined) choose(value)
  }
