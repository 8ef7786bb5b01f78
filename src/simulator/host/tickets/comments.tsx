import { Avatar } from '@zendeskgarden/react-avatars'
import { Button } from '@zendeskgarden/react-buttons'
import { Tag } from '@zendeskgarden/react-tags'
import { MD } from '@zendeskgarden/react-typography'
import styled from 'styled-components'
import { useUserNames } from '../people/use-user-names'
import { Row, Stack, Subtle } from '../ui/blocks'
import { Answer, Empty, Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { When } from '../ui/time'
import { AddComment } from './add-comment'
import type { Ticket } from './ticket-words'
import { useComments, useMakePrivate, type Comment } from './use-tickets'

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
  const nameOf = useUserNames(
    comments.data?.pages.flatMap((page) => page.comments.map(({ author_id }) => author_id)) ?? [],
  )
  const makePrivate = useMakePrivate(id)
  const notice = useNotice()
  const isClosed = ticket.status === 'closed'
  const hide = (comment: Comment) =>
    makePrivate.mutate(comment.id, { onSuccess: () => notice('Comment is an internal note now') })

  return (
    <Stack $gap="lg">
      <Answer query={comments} failed="Couldn't load the comments">
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.comments).reverse()
          if (rows.length === 0) return <Empty title="No comments" text="Add the first comment below." />
          return (
            <>
              {comments.hasNextPage && (
                <Row>
                  <Button
                    size="small"
                    aria-disabled={comments.isFetchingNextPage}
                    onClick={() => !comments.isFetchingNextPage && void comments.fetchNextPage()}
                  >
                    Show older comments
                  </Button>
                </Row>
              )}
              {makePrivate.error && <Failed what="The comment was not changed" problem={makePrivate.error} />}
              <List aria-label="Comments">
                {rows.map((comment) => (
                  <OneComment
                    key={comment.id}
                    comment={comment}
                    author={nameOf(comment.author_id) ?? ''}
                    {...(!isClosed && comment.public && { onHide: () => hide(comment) })}
                    isPending={makePrivate.isPending}
                  />
                ))}
              </List>
            </>
          )
        }}
      </Answer>
      {!isClosed && <AddComment id={id} />}
    </Stack>
  )
}

interface OneCommentProps {
  comment: Comment
  author: string
  isPending: boolean
  /** Makes a public comment private; absent where that cannot be. */
  onHide?: () => void
}

function OneComment({ comment, author, isPending, onHide }: OneCommentProps) {
  return (
    <Item>
      <Initials name={author} />
      <div>
        <Row $gap="xs" $align="baseline">
          <MD isBold>{author}</MD>
          <Subtle>
            <When at={comment.created_at} />
          </Subtle>
          {!comment.public && (
            <Tag size="small" hue="yellow">
              <span>Internal note</span>
            </Tag>
          )}
          {onHide && (
            <Button
              isLink
              size="small"
              aria-label={`Make private the comment of ${author}`}
              aria-disabled={isPending}
              onClick={() => !isPending && onHide()}
            >
              Make private
            </Button>
          )}
        </Row>
        <Text>{comment.body}</Text>
        {comment.attachments.map(({ id, file_name, size }) => (
          <Subtle key={id}>
            {file_name}, {size.toLocaleString('en-US')} bytes
          </Subtle>
        ))}
      </div>
    </Item>
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
