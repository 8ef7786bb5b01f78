import { Alert } from '@zendeskgarden/react-notifications'
import { CopyField } from '../ui/copy-field'
import { Stack } from '../ui/blocks'
import { DetailsDrawer } from '../ui/drawer'
import { Facts } from '../ui/facts'
import { Link } from '../ui/link'
import { When } from '../ui/time'
import { ExchangeView } from '../runs/exchange-view'
import { AnsweredBy, type Request } from './request-list'

/** A request opened: the full exchange, and the way out when nobody answered. */
export const RequestDrawer = ({ request, onClose }: { request: Request | undefined; onClose(): void }) => (
  <DetailsDrawer item={request} title={() => 'Request'} onClose={onClose}>
    {(shown) => (
      <Stack $gap="lg">
        {shown.answered_by === 'nobody' && <WayOut request={shown} />}
        <Facts
          facts={[
            ['Answered by', <AnsweredBy key="by" name={shown.answered_by} />],
            ['Integration', shown.integration],
            ['Time', <When key="time" at={shown.started_at} />],
            [
              'Run',
              shown.run_id && (
                <Link to={`/simulator/runs/${encodeURIComponent(shown.run_id)}`}>View every step</Link>
              ),
            ],
          ]}
        />
        <ExchangeView exchange={shown} told={shown.answered_by === 'nobody' ? shown.error : undefined} />
      </Stack>
    )}
  </DetailsDrawer>
)

function WayOut({ request: { request, error } }: { request: Request }) {
  const host = URL.canParse(request.url) ? new URL(request.url) : undefined
  return (
    <Stack>
      <Alert type="error">
        <Alert.Title>Nobody answered this request</Alert.Title>
        {host
          ? `No simulated partner claims ${host.host}, and the simulator sends nothing to the network unless you name the host at its start.`
          : error}
      </Alert>
      {host && (
        <CopyField
          label={`Start command that lets requests to ${host.hostname} leave this computer`}
          value={`npm start -- --allow-host ${host.hostname}`}
        />
      )}
      {host && (
        <CopyField
          label="The same, and its answers are kept to be given again offline"
          value={`npm start -- --record ${host.host}`}
        />
      )}
    </Stack>
  )
}
