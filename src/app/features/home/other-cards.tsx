import { Button } from '@zendeskgarden/react-buttons'
import { useNavigation } from '../../platform/route'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { keyOf, type Registered } from '../../queries/integrations'
import { Card, Heading, Stack, Subtle } from '../../ui/blocks'
import { Row, Rows } from '../../ui/rows'

/** The integrations of the account that did not come with this app. */
export function OtherCards({ catalogue, registered }: { catalogue: Catalogued[]; registered: Registered[] }) {
  const t = useText()
  const { go } = useNavigation()
  const known = catalogue.map((entry) => keyOf(entry, registered))
  const others = registered.filter(({ key }) => !known.includes(key))
  if (others.length === 0) return null
  return (
    <Card>
      <Stack $gap="sm">
        <Heading>{t('home.others')}</Heading>
        <Subtle>{t('home.others_text')}</Subtle>
        <Rows aria-label={t('home.others')}>
          {others.map(({ key, description, record }) => (
            <Row
              key={key}
              state={record?.paused ? 'warning' : 'waiting'}
              title={key}
              says={record?.paused ? t('status.paused') : description}
            >
              <Button
                size="small"
                aria-label={t('home.open_named', { name: key })}
                onClick={() => go({ page: 'integration', name: key, tab: 'overview' })}
              >
                {t('home.open')}
              </Button>
            </Row>
          ))}
        </Rows>
      </Stack>
    </Card>
  )
}
