import { Accordion } from '@zendeskgarden/react-accordions'
import { CodeBlock } from '@zendeskgarden/react-typography'
import { useState, type ReactNode } from 'react'
import { useTheme } from 'styled-components'
import { Stack, Subtle } from './blocks'

export interface Document {
  id: string
  title: string
  /** A sentence about it. */
  says: ReactNode
  content: unknown
  /** What can be done with it. */
  actions?: ReactNode
}

interface Props {
  documents: Document[]
  /** `diff` takes each content as text, its lines marked with + and -. */
  language?: 'json' | 'diff'
}

/** Documents to be read, each under a heading that opens it. */
export function CodeView({ documents, language = 'json' }: Props) {
  const theme = useTheme()
  // What is closed is not drawn: a bundle may be long, and there may be many.
  const [open, setOpen] = useState<number[]>([])
  return (
    <Accordion
      level={3}
      isBare
      isCompact
      expandedSections={open}
      onChange={(index) =>
        setOpen((before) =>
          before.includes(index) ? before.filter((one) => one !== index) : [...before, index],
        )
      }
    >
      {documents.map(({ id, title, says, content, actions }, index) => (
        <Accordion.Section key={id}>
          <Accordion.Header>
            <Accordion.Label>{title}</Accordion.Label>
          </Accordion.Header>
          <Accordion.Panel>
            {open.includes(index) && (
              <Stack $gap="sm">
                <Subtle>{says}</Subtle>
                <CodeBlock
                  language={language}
                  isLight={theme.colors.base === 'light'}
                  dir="ltr"
                  containerProps={{
                    tabIndex: 0,
                    role: 'group',
                    'aria-label': title,
                    // Code runs from left to right in every language.
                    style: { maxHeight: 420, direction: 'ltr', textAlign: 'left' },
                  }}
                >
                  {typeof content === 'string' ? content : JSON.stringify(content, null, 2)}
                </CodeBlock>
                {actions}
              </Stack>
            )}
          </Accordion.Panel>
        </Accordion.Section>
      ))}
    </Accordion>
  )
}
