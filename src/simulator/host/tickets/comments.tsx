import { Avatar } from '@zendeskgarden/react-avatars'
import { Checkbox, Field, Textarea } from '@zendeskgarden/react-forms'
import { Tag } from '@zendeskgarden/react-tags'
import { LG, MD } from '@zendeskgarden/react-typography'
import { getColor } from '@zendeskgarden/react-theming'
import { useState, type FormEvent } from 'react'
import styled from 'styled-components'
import { useComments, useUpdateTicket, useUsers } from '../queries'
import { Row, Stack, Subtle } from '../ui/blocks'
import { Answer, Empty, Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import { When } from '../ui/time'
import type { Ticket } from './ticket-words'

const List = styled.ol`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.space.md};
  margin: 0;
  padding: 0;
  list-style: none;
`
const Item = styled.li`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.sm};
`
const Text = styled.p`
  margin: ${({ theme }) => theme.space.xxs} 0 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`

/** The conversation in a ticket, oldest first, and the field for the next comment. */
export function Comments({ ticket }: { ticket: Ticket }) {
  const id = String(ticket.id)
  const comments = useComments(id)
  const users = useUsers()
  const nameOf = (author: number) =>
    users.data?.users.find((user) => user.id === author)?.name ?? `User ${author}`

  return (
    <Stack $gap="lg">
      <Answer query={comments} failed="Couldn't load the comments">
        {({ comments: rows }) =>
          rows.length === 0 ? (
            <Empty title="No comments" text="Add the first comment below." />
          ) : (
            <List aria-label="Comments">
              {rows.map((comment) => (
                <Item key={comment.id}>
                  <Initials name={nameOf(comment.author_id)} />
                  <div>
                    <Row $gap="xs" $align="baseline">
                      <MD isBold>{nameOf(comment.author_id)}</MD>
                      <Subtle>
                        <When at={comment.created_at} />
                      </Subtle>
                      {!comment.public && (
                        <Tag size="small" hue="yellow">
                          <span>Internal note</span>
                        </Tag>
                      )}
                    </Row>
                    <Text>{comment.body}</Text>
                  </div>
                </Item>
              ))}
            </List>
          )
        }
      </Answer>
      {ticket.status !== 'closed' && <AddComment id={id} />}
    </Stack>
  )
}

const Initials = ({ name }: { name: string }) => (
  <Avatar
    aria-hidden="true"
    size="small"
    foregroundColor="foreground.default"
    backgroundColor="background.subtle"
  >
    <Avatar.Text>
      {name
        .split(/\s+/)
        .map((word) => word.charAt(0))
        .slice(0, 2)
        .join('')}
    </Avatar.Text>
  </Avatar>
)

const Divided = styled.form`
  border-top: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })}`};
  padding-top: ${({ theme }) => theme.space.md};
`

function AddComment({ id }: { id: string }) {
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
      { ticket: { comment: { body, public: !isInternal } } },
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
