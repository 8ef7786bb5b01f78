import { getColor, useColorScheme } from '@zendeskgarden/react-theming'
import { CodeBlock, SM } from '@zendeskgarden/react-typography'
import styled from 'styled-components'
import { Stack } from './blocks'

/** Characters above which colouring a text would hold the page up. */
const longText = 20_000

interface CodeViewProps {
  /** Names the block to the eye and to screen readers. */
  label: string
  text: string
  isJson?: boolean
}

/** A text in a fixed-width font, with its name above; long ones scroll. */
export function CodeView({ label, text, isJson = false }: CodeViewProps) {
  const { colorScheme } = useColorScheme()
  return (
    <Stack $gap="xxs">
      <SM isBold>{label}</SM>
      {isJson && text.length <= longText ? (
        <Scroller role="group" aria-label={label} tabIndex={0}>
          <CodeBlock
            language="json"
            size="small"
            isLight={colorScheme === 'light'}
            containerProps={{ style: wholeCode }}
          >
            {text}
          </CodeBlock>
        </Scroller>
      ) : (
        <Plain role="group" aria-label={label} tabIndex={0}>
          {text}
        </Plain>
      )}
    </Stack>
  )
}

/** A JSON value, indented. */
export const JsonView = ({ label, value }: { label: string; value: unknown }) => (
  <CodeView label={label} text={JSON.stringify(value, null, 2) ?? ''} isJson />
)

/** A text that may be JSON, shown indented when it is. */
export function BodyView({ label, text }: { label: string; text: string }) {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return <CodeView label={label} text={text} />
  }
  return <JsonView label={label} value={value} />
}

/** Garden's block takes the focus only once it has measured itself; what scrolls here can be scrolled by key at once. */
const Scroller = styled.div`
  border-radius: ${({ theme }) => theme.borderRadii.md};
  max-height: 360px;
  overflow: auto;
  &:focus-visible {
    /* Inside, since the parts around cut off what is outside. */
    outline: ${({ theme }) => `2px solid ${getColor({ theme, variable: 'border.primaryEmphasis' })}`};
    outline-offset: -2px;
  }
`
const wholeCode = { overflow: 'visible', width: 'max-content', minWidth: '100%' } as const

const Plain = styled.pre`
  margin: 0;
  background-color: ${({ theme }) => getColor({ theme, variable: 'background.recessed' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: ${({ theme }) => theme.space.sm};
  max-height: 360px;
  overflow: auto;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`
