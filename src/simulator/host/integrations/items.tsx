import { Stack, Subtle } from '../ui/blocks'
import { JsonView } from '../ui/json-view'
import type { Item } from './integration-data'

/** Records below each other. */
export const Items = ({ items, empty }: { items: Item[]; empty: string }) =>
  items.length === 0 ? (
    <Subtle>{empty}</Subtle>
  ) : (
    <Stack>
      {items.map(({ key, title, value }) => (
        <JsonView key={key} label={title} value={value} />
      ))}
    </Stack>
  )
