import { useText } from '../../platform/words'
import { useClients } from '../../queries/connections'
import { Row, Rows } from '../../ui/rows'
import { Section } from './section'

/** The OAuth clients of an integration: name and public id. */
export function OAuthClients({ integration }: { integration: string }) {
  const t = useText()
  const clients = useClients(integration)
  return (
    <Section title={t('other.clients')} empty={t('other.no_clients')} query={clients}>
      {(rows) => (
        <Rows aria-label={t('other.clients')}>
          {rows.map(({ uuid, name, client_id }) => (
            <Row key={uuid} title={name} says={t('other.client_says', { id: client_id })} />
          ))}
        </Rows>
      )}
    </Section>
  )
}
