import { Tag } from '@zendeskgarden/react-tags'

const hues = { good: 'green', warning: 'yellow', bad: 'red', neutral: 'grey' }

/** A state in one or two words. */
export function StatusTag({ tone, children }: { tone: keyof typeof hues; children: string }) {
  return (
    <Tag hue={hues[tone]} isPill>
      <span>{children}</span>
    </Tag>
  )
}
