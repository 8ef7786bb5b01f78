import { Checkbox, Field, Textarea } from '@zendeskgarden/react-forms'
import { getColor } from '@zendeskgarden/react-theming'
import { LG } from '@zendeskgarden/react-typography'
import { useState, type FormEvent } from 'react'
import styled from 'styled-components'
import { Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import { useUpdateTicket } from './use-tickets'

const Divided = styled.form`
  border-top: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`};
  padding-top: ${({ theme }) => theme.space.md};
`

/** The next comment, to be read by everyone in the ticket or by agents alone. */
export function AddComment({ id }: { id: string }) {
  const [body, setBody] = useState('')
  const [isInternal, setInternal] = useState(false)
  const [isTried, setTried] = useState(false)
  const update = useUpdateTicket(id)
  const notice = useNotice()
  const isEmpty = body.trim() === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isEmpty) return
    update.mutate(
      { comment: { body, public: !isInternal } },
      {
        onSuccess() {
          setBody('')
          setTried(false)
          notice('Comment added')
        },
      },
    )
  }

  return (
    <Divided onSubmit={submit} noValidate aria-labelledby="add-comment">
      <Stack>
        <LG tag="h2" isBold id="add-comment">
          Add comment
        </LG>
        {update.error && <Failed what="The comment was not added" problem={update.error} />}
        <Field>
          <Field.Label>Comment</Field.Label>
          <Textarea
            minRows={3}
            isResizable
            value={body}
            validation={isTried && isEmpty ? 'error' : undefined}
            onChange={(event) => setBody(event.target.value)}
          />
          {isTried && isEmpty && <Field.Message validation="error">Enter a comment</Field.Message>}
        </Field>
        <Field>
          <Checkbox checked={isInternal} onChange={(event) => setInternal(event.target.checked)}>
            <Field.Label isRegular>Internal note</Field.Label>
          </Checkbox>
        </Field>
        <div>
          <SubmitButton isPrimary={false} isPending={update.isPending}>
            Add comment
          </SubmitButton>
        </div>
      </Stack>
    </Divided>
  )
}
