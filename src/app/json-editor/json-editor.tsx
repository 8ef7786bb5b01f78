import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import styled from 'styled-components'
import { getColor } from '@zendeskgarden/react-theming'
import { useText } from '../platform/words'
import type { Path } from '../schema-form/path'
import { Stack, Subtle } from '../ui/blocks'
import { Loading } from '../ui/loading'

const EditorHost = lazy(async () => ({ default: (await import('./editor-host')).EditorHost }))

const Label = styled.span`
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`
const Message = styled.span`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.danger' })};
  font-size: ${({ theme }) => theme.fontSizes.md};
`

interface Props {
  label: string
  hint?: string
  error?: string
  text: string
  onChange: (text: string) => void
  check?: (value: unknown) => Array<{ path: Path; message: string }>
  describe?: (path: Path, text: string) => string
  /** What helps at the place of the cursor; `returnFocus` goes back into the text. */
  help?: (path: Path, returnFocus: () => void) => ReactNode
  /** Counts up when the focus is to go into the text; 1 at first takes it as soon as there is one. */
  focusCount?: number
}

const nothing = () => []
const noWords = () => ''

/** JSON as text, for what no form fits: coloured, checked while it is typed, with help at the cursor. */
export function JsonEditor({
  label,
  hint = '',
  error,
  text,
  onChange,
  check = nothing,
  describe = noWords,
  help,
  focusCount = 0,
}: Props) {
  const t = useText()
  const id = useId()
  const [path, setPath] = useState<Path>([])
  const [returnCount, setReturnCount] = useState(0)
  return (
    <Stack $gap="xs">
      <Label>{label}</Label>
      <Subtle id={`${id}hint`}>{[hint, t('json.keys')].filter(Boolean).join(' ')}</Subtle>
      <Suspense fallback={<Loading />}>
        <EditorHost
          text={text}
          words={{
            label,
            // Always both: with another description it would be another editor, without cursor and undo.
            describedBy: `${id}hint ${id}error`,
            syntax: t('json.syntax'),
            phrases: {
              Diagnostics: t('json.problems'),
              'No diagnostics': t('json.no_problems'),
              close: t('common.close'),
              'Selection deleted': t('json.deleted'),
            },
          }}
          onChange={onChange}
          onPlace={(next) =>
            setPath((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
          }
          check={check}
          describe={describe}
          focusCount={focusCount + returnCount}
        />
      </Suspense>
      <Message id={`${id}error`} hidden={!error}>
        {error}
      </Message>
      {help?.(path, () => setReturnCount((count) => count + 1))}
    </Stack>
  )
}
