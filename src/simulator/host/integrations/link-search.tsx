import { useQuery } from '@tanstack/react-query'
import { Field, Input } from '@zendeskgarden/react-forms'
import { useState, type FormEvent } from 'react'
import { Row, Stack } from '../ui/blocks'
import { Answer } from '../ui/faces'
import { SubmitButton } from '../ui/submit-button'
import { readLinks } from './integration-data'
import { Items } from './items'

/** Links of one type: ZIS has no list of all. */
export function LinkSearch({ integration }: { integration: string }) {
  const [text, setText] = useState('')
  const [type, setType] = useState<string>()
  const [isTried, setTried] = useState(false)
  const isMissing = isTried && text.trim() === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (text.trim() !== '') setType(text.trim())
  }

  return (
    <Stack>
      <form onSubmit={submit} noValidate>
        <Row $align="flex-end">
          <Field>
            <Field.Label>Link type</Field.Label>
            <Input
              value={text}
              validation={isMissing ? 'error' : undefined}
              onChange={(event) => setText(event.target.value)}
            />
            {isMissing && <Field.Message validation="error">Enter a link type</Field.Message>}
          </Field>
          <SubmitButton isPrimary={false} isPending={false}>
            Find links
          </SubmitButton>
        </Row>
      </form>
      {type !== undefined && <Found integration={integration} type={type} />}
    </Stack>
  )
}

function Found({ integration, type }: { integration: string; type: string }) {
  const query = useQuery({
    queryKey: ['data', 'links', integration, type],
    queryFn: () => readLinks(integration, type),
  })
  return (
    <Answer query={query} failed="Couldn't load the links">
      {(items) => <Items items={items} empty={`No link has the type ${type}.`} />}
    </Answer>
  )
}
