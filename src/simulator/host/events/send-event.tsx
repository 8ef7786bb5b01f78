import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input, Textarea } from '@zendeskgarden/react-forms'
import { Modal } from '@zendeskgarden/react-modals'
import { useState, type FormEvent } from 'react'
import styled from 'styled-components'
import { usePublishEvent } from '../queries'
import { Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import { readJson } from './json-input'

const Json = styled(Textarea)`
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`

/** What the form holds when it opens. */
export interface EventDraft {
  source: string
  type: string
  input: unknown
}

/** Sends any event, as Zendesk or another system would. */
export function SendEvent({ draft, onClose }: { draft: EventDraft; onClose: () => void }) {
  const [source, setSource] = useState(draft.source)
  const [type, setType] = useState(draft.type)
  const [input, setInput] = useState(JSON.stringify(draft.input, null, 2))
  const [isTried, setTried] = useState(false)
  const publish = usePublishEvent()
  const notice = useNotice()
  const json = readJson(input)
  const missing = {
    source: isTried && source.trim() === '' ? 'Enter a source' : undefined,
    type: isTried && type.trim() === '' ? 'Enter a type' : undefined,
    input: isTried && 'problem' in json ? json.problem : undefined,
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (source.trim() === '' || type.trim() === '' || 'problem' in json) return
    publish.mutate(
      { event_source: source.trim(), event_type: type.trim(), input: json.value },
      {
        onSuccess() {
          notice('Event sent')
          onClose()
        },
      },
    )
  }

  return (
    <Modal onClose={onClose} isLarge>
      <Modal.Header tag="h2">Send event</Modal.Header>
      <Modal.Body>
        <form id="send-event" onSubmit={submit} noValidate>
          <Stack>
            {publish.error && <Failed what="The event was not sent" problem={publish.error} />}
            <Field>
              <Field.Label>Source</Field.Label>
              <Input
                value={source}
                validation={missing.source === undefined ? undefined : 'error'}
                onChange={(event) => setSource(event.target.value)}
              />
              {missing.source && <Field.Message validation="error">{missing.source}</Field.Message>}
            </Field>
            <Field>
              <Field.Label>Type</Field.Label>
              <Field.Hint>For example ticket.StatusChanged</Field.Hint>
              <Input
                value={type}
                validation={missing.type === undefined ? undefined : 'error'}
                onChange={(event) => setType(event.target.value)}
              />
              {missing.type && <Field.Message validation="error">{missing.type}</Field.Message>}
            </Field>
            <Field>
              <Field.Label>Input</Field.Label>
              <Field.Hint>JSON that the flow finds at $.input</Field.Hint>
              <Json
                minRows={12}
                isResizable
                spellCheck={false}
                value={input}
                validation={missing.input === undefined ? undefined : 'error'}
                onChange={(event) => setInput(event.target.value)}
              />
              {missing.input && <Field.Message validation="error">{missing.input}</Field.Message>}
            </Field>
          </Stack>
        </form>
      </Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isBasic onClick={onClose}>
            Cancel
          </Button>
        </Modal.FooterItem>
        <Modal.FooterItem>
          <SubmitButton form="send-event" isPending={publish.isPending}>
            Send event
          </SubmitButton>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label="Close" />
    </Modal>
  )
}
