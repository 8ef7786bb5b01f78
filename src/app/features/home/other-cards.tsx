import { useText } from '../../platform/words'
import type { Registered } from '../../queries/integrations'
import { Card, Heading, Stack, Subtle } from '../../ui/blocks'
import { Rows } from '../../ui/rows'
import { OtherRow } from './other-row'
import type { Standing } from './statuses'

interface Props {
  others: Registered[]
  /** Keys of those that a search leaves in. */
  shown: ReadonlySet<string>
  onStanding: (name: string, standing: Standing) => void
}

/** The integrations of the account that have no definition here. */
export function OtherCards({ others, shown, onStanding }: Props) {
  const t = useText()
  if (others.length === 0) return null
  const rows = others.map((registered) => (
    <OtherRow
      key={registered.key}
      registered={registered}
      onStanding={onStanding}
      isHidden={!shown.has(registered.key)}
    />
  ))
  if (!others.some(({ key }) => shown.has(key))) return rows
  return (
    <Card aria-label={t('home.others')}>
      <Stack $gap="sm">
        <Heading>{t('home.others')}</Heading>
        <Subtle>{t('home.others_text')}</Subtle>
        <Rows aria-label={t('home.others')}>{rows}</Rows>
      </Stack>
    </Card>
  )
}
