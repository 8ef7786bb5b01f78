import { Tag } from '@zendeskgarden/react-tags'
import type { User } from '../people/use-people'

export const roleWords: Record<User['role'], string> = {
  'end-user': 'End user',
  agent: 'Agent',
  admin: 'Admin',
}
export const roles = Object.entries(roleWords).map(([value, text]) => ({
  value: value as User['role'],
  text,
}))

/** What is out of the ordinary with a user; nothing for most. */
export function UserTag({ user }: { user: User }) {
  if (!user.active) return <Mark hue="red">Deleted</Mark>
  return user.suspended ? <Mark hue="yellow">Suspended</Mark> : null
}

const Mark = ({ hue, children }: { hue: string; children: string }) => (
  <Tag size="small" hue={hue}>
    <span>{children}</span>
  </Tag>
)
