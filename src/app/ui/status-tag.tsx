import { Tag } from '@zendeskgarden/react-tags'
import styled from 'styled-components'

/** Where there is no room, a state is read in two lines; Garden would cut it off. */
const Wrapping = styled(Tag)`
  height: auto;
  min-height: 20px;
  white-space: normal;
  text-align: start;
  > * {
    overflow: visible;
    text-overflow: clip;
    white-space: normal;
  }
`

const hues = { good: 'green', warning: 'yellow', bad: 'red', neutral: 'grey' }

/** A state in one or two words. */
export function StatusTag({ tone, children }: { tone: keyof typeof hues; children: string }) {
  return (
    <Wrapping hue={hues[tone]} isPill>
      <span>{children}</span>
    </Wrapping>
  )
}
