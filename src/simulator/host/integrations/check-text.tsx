import { useMutation } from '@tanstack/react-query'
import { Button } from '@zendeskgarden/react-buttons'
import { Field, Textarea } from '@zendeskgarden/react-forms'
import { Alert } from '@zendeskgarden/react-notifications'
import { useState, type FormEvent } from 'react'
import styled from 'styled-components'
import { api } from '../queries'
import { Row, Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import { FindingList } from './finding-list'
import { countsOf } from './findings'

const Text = styled(Textarea)`
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`

/** A bundle that is not uploaded yet: what would be said of it, and a quick fix of its text. */
export function CheckText({ integration }: { integration: string }) {
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const check = useMutation({
    mutationFn: (body: { text: string }) =>
      api.call('POST /_sim/integrations/:integration/check', { params: { integration }, body }),
  })
  const isMissing = isTried && text.trim() === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (text.trim() !== '') check.mutate({ text })
  }

  function takeFixed(fixed: string) {
    setText(fixed)
    check.mutate({ text: fixed })
  }

  return (
    <Stack>
      <form onSubmit={submit} noValidate>
        <Stack $gap="sm">
          <Field>
            <Field.Label>Bundle as JSON</Field.Label>
            <Field.Hint>It is checked as an upload would be, and not kept.</Field.Hint>
            <Text
              isResizable
              minRows={8}
              maxRows={20}
              spellCheck={false}
              value={text}
              validation={isMissing ? 'error' : undefined}
              onChange={(event) => setText(event.target.value)}
            />
            {isMissing && <Field.Message validation="error">Enter the JSON of a bundle</Field.Message>}
          </Field>
          <Row>
            <SubmitButton isPrimary={false} isPending={check.isPending}>
              Check
            </SubmitButton>
          </Row>
        </Stack>
      </form>
      {check.error && <Failed what="The bundle was not checked" problem={check.error} />}
      {check.data && (
        <>
          <Alert type={check.data.findings.length === 0 ? 'success' : 'info'} role="status">
            <Alert.Title>{countsOf(check.data.findings) || 'Nothing to say against it'}</Alert.Title>
            {check.data.fixed !== undefined && (
              <QuickFix fixed={check.data.fixed} onTake={() => takeFixed(check.data.fixed ?? '')} />
            )}
          </Alert>
          <FindingList judged={check.data} name="the text" />
        </>
      )}
    </Stack>
  )
}

/** Comments, trailing commas and a byte order mark can be taken out without a question. */
function QuickFix({ fixed, onTake }: { fixed: string; onTake(): void }) {
  const notice = useNotice()
  async function copy() {
    try {
      await navigator.clipboard.writeText(fixed)
      notice('Fixed text copied')
    } catch {
      notice("Couldn't copy the fixed text. Put it into the field and copy it with the keyboard", 'error')
    }
  }
  return (
    <Stack $gap="sm">
      <span>Comments and commas that JSON does not allow can be taken out.</span>
      <Row>
        <Button size="small" onClick={onTake}>
          Fix text
        </Button>
        <Button size="small" isBasic onClick={() => void copy()}>
          Copy fixed text
        </Button>
      </Row>
    </Stack>
  )
}
