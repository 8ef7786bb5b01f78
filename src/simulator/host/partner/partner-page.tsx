import { Accordion } from '@zendeskgarden/react-accordions'
import styled from 'styled-components'
import type { PartnerState } from '../../services/control/wire'
import { usePartner } from '../queries'
import { Stack } from '../ui/blocks'
import { CopyField } from '../ui/copy-field'
import { Answer } from '../ui/faces'
import { Page } from '../ui/page'
import { Channels } from './channels'

/** The other system: what it has received, and what an admin needs to connect to it. */
export function PartnerPage({ host }: { host: string }) {
  const query = usePartner(host)
  return (
    <Page
      title={query.data?.partner.title ?? host}
      description={`Plays ${host}. Nothing leaves this computer.`}
    >
      <Answer query={query} failed={`Couldn't load ${host}`}>
        {({ partner }) => (
          <Stack>
            <Credentials
              app={partner.app}
              isOpen={partner.channels.every(({ messages }) => messages.length === 0)}
            />
            <Channels channels={partner.channels} />
          </Stack>
        )}
      </Answer>
    </Page>
  )
}

const Fields = styled(Stack)`
  max-width: 640px;
`

/** What a developer page would show, to be entered in the app once; out of the way after that. */
function Credentials({ app, isOpen }: { app: PartnerState['app']; isOpen: boolean }) {
  return (
    <Accordion level={2} isCompact isCollapsible isBare defaultExpandedSections={isOpen ? [0] : []}>
      <Accordion.Section>
        <Accordion.Header>
          <Accordion.Label>App credentials</Accordion.Label>
        </Accordion.Header>
        <Accordion.Panel>
          <Fields>
            <CopyField label="Client ID" value={app.client_id} />
            <CopyField label="Client secret" value={app.client_secret} isSecret />
            {app.redirect_urls.map((url, index) => (
              <CopyField
                key={url}
                label={index === 0 ? 'Redirect URL' : `Redirect URL ${index + 1}`}
                value={url}
              />
            ))}
          </Fields>
        </Accordion.Panel>
      </Accordion.Section>
    </Accordion>
  )
}
