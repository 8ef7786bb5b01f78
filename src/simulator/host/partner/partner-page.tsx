import { Accordion } from '@zendeskgarden/react-accordions'
import styled from 'styled-components'
import type { PartnerCredential } from '../../partners/secrets'
import type { PartnerState } from '../../services/control/wire'
import { usePartner } from '../queries'
import { Stack } from '../ui/blocks'
import { CopyField } from '../ui/copy-field'
import { Answer } from '../ui/faces'
import { BackLink, Link } from '../ui/link'
import { Page } from '../ui/page'
import { Channels } from './channels'
import { Collections } from './collections'
import { FaultPanel } from './fault-panel'
import { OAuthPanel } from './oauth-panel'
import { RecordingPanel } from './recording-panel'

/** The other system: what it has received, and what an admin needs to connect to it. */
export function PartnerPage({ host }: { host: string }) {
  const query = usePartner(host)
  const file = query.data?.partner.file
  return (
    <Page
      title={query.data?.partner.title ?? host}
      before={<BackLink to="/simulator/partners">Partners</BackLink>}
      description={`Plays ${host}. Nothing leaves this computer.${file === undefined ? '' : ` Defined in ${file}.`}`}
      actions={<Link to={`/simulator/requests?host=${encodeURIComponent(host)}`}>Requests</Link>}
    >
      <Answer query={query} failed={`Couldn't load ${host}`}>
        {({ partner, fault }) => (
          <Stack>
            <FaultPanel host={host} fault={fault} />
            {partner.recorded && <RecordingPanel host={host} recorded={partner.recorded} />}
            {partner.oauth && <OAuthPanel host={host} oauth={partner.oauth} />}
            <Credentials
              fields={credentialsOf(partner)}
              isOpen={(partner.channels ?? []).every(({ messages }) => messages.length === 0)}
            />
            {partner.channels && <Channels channels={partner.channels} />}
            {partner.collections && <Collections host={host} collections={partner.collections} />}
          </Stack>
        )}
      </Answer>
    </Page>
  )
}

const Fields = styled(Stack)`
  max-width: 640px;
`

const credentialsOf = ({ app, credentials = [] }: PartnerState): PartnerCredential[] => [
  ...(app
    ? [
        { label: 'Client ID', value: app.client_id, isSecret: false },
        { label: 'Client secret', value: app.client_secret, isSecret: true },
        ...app.redirect_urls.map((value) => ({ label: 'Redirect URL', value, isSecret: false })),
      ]
    : []),
  ...credentials,
]

/** What a developer page would show, to be entered in the app once; out of the way after that. */
function Credentials({ fields, isOpen }: { fields: PartnerCredential[]; isOpen: boolean }) {
  if (fields.length === 0) return null
  return (
    <Accordion level={2} isCompact isCollapsible isBare defaultExpandedSections={isOpen ? [0] : []}>
      <Accordion.Section>
        <Accordion.Header>
          <Accordion.Label>App credentials</Accordion.Label>
        </Accordion.Header>
        <Accordion.Panel>
          <Fields>
            {fields.map(({ label, value, isSecret }, index) => (
              <CopyField
                key={`${label} ${value}`}
                label={
                  fields.findIndex((other) => other.label === label) < index ? `${label} ${value}` : label
                }
                value={value}
                isSecret={isSecret}
              />
            ))}
          </Fields>
        </Accordion.Panel>
      </Accordion.Section>
    </Accordion>
  )
}
