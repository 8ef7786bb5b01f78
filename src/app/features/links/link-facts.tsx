import { CodeBlock } from '@zendeskgarden/react-typography'
import { useTheme } from 'styled-components'
import { useText, useWhen } from '../../platform/words'
import type { Link } from '../../queries/links'
import { Facts, SmallHeading, Stack, Text } from '../../ui/blocks'
import { maskSecrets } from '../../state/secrets'

/** A link in full: type, both records, and what the flows have noted beside each. */
export function LinkFacts({ link }: { link: Link }) {
  const t = useText()
  const when = useWhen()
  return (
    <Stack>
      <Facts>
        <dt>{t('links.type')}</dt>
        <dd>{link.link_type}</dd>
        <dt>{t('links.created')}</dt>
        <dd>{when(link.created_at)}</dd>
        <dt>{t('connect.changed')}</dt>
        <dd>{when(link.updated_at)}</dd>
      </Facts>
      <Side title={t('links.left')} object={link.left_object} />
      <Side title={t('links.right')} object={link.right_object} />
    </Stack>
  )
}

function Side({ title, object: { name, metadata } }: { title: string; object: Link['left_object'] }) {
  const t = useText()
  const theme = useTheme()
  const hasMetadata = metadata !== undefined && Object.keys(metadata).length > 0
  return (
    <Stack $gap="xs">
      <SmallHeading>{title}</SmallHeading>
      <Text>{name}</Text>
      {hasMetadata ? (
        <CodeBlock
          language="json"
          isLight={theme.colors.base === 'light'}
          dir="ltr"
          containerProps={{
            tabIndex: 0,
            role: 'group',
            'aria-label': t('links.metadata', { name }),
            style: { maxHeight: 240, direction: 'ltr', textAlign: 'left' },
          }}
        >
          {JSON.stringify(maskSecrets(metadata as never), null, 2)}
        </CodeBlock>
      ) : (
        <Text>{t('links.no_metadata')}</Text>
      )}
    </Stack>
  )
}
