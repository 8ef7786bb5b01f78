import { escapeHtml } from '../../html'
import type { Tables } from '../../store/tables'
import { viaOf } from './ticket-row'

type Comment = Tables['comments']

interface NewComment {
  id: number
  author: Tables['users']
  body: string
  html?: string
  isPublic?: boolean
  attachments?: Comment['attachments']
  auditId: number
  now: string
  channel: string
}

/** A comment in all its forms: text, and HTML as Zendesk shows it. */
export function makeComment({
  id,
  author,
  body,
  html,
  isPublic = true,
  attachments = [],
  auditId,
  now,
  channel,
}: NewComment): Comment {
  return {
    id,
    type: 'Comment',
    author_id: author.id,
    ...bodiesOf(body, html),
    public: isPublic,
    attachments,
    audit_id: auditId,
    via: viaOf(channel),
    metadata: { system: {}, custom: {} },
    created_at: now,
  }
}

/** @param html where the comment was written in HTML */
export function bodiesOf(body: string, html?: string) {
  const inner = html ?? body.split('\n').map(escapeHtml).join('<br>')
  return { body, html_body: `<div class="zd-comment" dir="auto">${inner}</div>`, plain_body: body }
}

/** The text of HTML: breaks and paragraphs as lines, everything else without its tags. */
export const textOfHtml = (html: string): string =>
  withoutTags(html.replace(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/gi, '\n'))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim()

/** Behind the last `>` no tag can end: whoever looked for it there would look to the end from every `<`. */
function withoutTags(html: string): string {
  const end = html.lastIndexOf('>') + 1
  return html.slice(0, end).replace(/<[^>]*>/g, '') + html.slice(end)
}

/** Every character of a text that is to be forgotten, blacked out. */
export const blackedOut = (text: string, secret: string): string =>
  text.split(secret).join('▇'.repeat([...secret].length))
