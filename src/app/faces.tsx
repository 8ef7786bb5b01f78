import { Button } from '@zendeskgarden/react-buttons'
import { GlobalAlert } from '@zendeskgarden/react-notifications'
import styled from 'styled-components'
import { useConsole } from './platform/console'
import type { Problem } from './platform/problem'
import { problemWords } from './platform/runbook'
import { useText } from './platform/words'
import { CopyField } from './ui/copy-field'
import { reload, reportOfFault } from './ui/error-boundary'
import { Face } from './ui/face'
import { FaultAlert } from './ui/fault-alert'

/** The app's page was opened by itself. */
export function OutsideFace() {
  const t = useText()
  return <Face title={t('faces.outside_title')} text={t('faces.outside_text')} />
}

/** Zendesk did not answer when the app said hello. */
export function StartFailedFace({ problem }: { problem: Problem }) {
  const t = useText()
  return (
    <Face title={t('faces.start_title')} text={problemWords(problem, t)}>
      <Button isPrimary onClick={reload}>
        {t('faces.reload')}
      </Button>
    </Face>
  )
}

/** Somebody who is no admin: no data is loaded for them. The server refuses them anyway. */
export function NotAdminFace() {
  const t = useText()
  return <Face title={t('faces.not_admin_title')} text={t('faces.not_admin_text')} />
}

/** A fault of ours. */
export function BrokenFace({ error }: { error: Error }) {
  const t = useText()
  return (
    <Face title={t('faces.broken_title')} text={t('faces.broken_text')}>
      <CopyField label={t('faces.report')} value={reportOfFault(error)} />
      <Button isPrimary onClick={reload}>
        {t('faces.reload')}
      </Button>
    </Face>
  )
}

/** Says why nothing can be changed; there is nothing to close, since it stays so. */
export function ReadOnlyAlert() {
  const t = useText()
  return (
    <GlobalAlert type="info" role="status">
      <GlobalAlert.Content>
        <GlobalAlert.Title>{t('faces.read_only_title')}</GlobalAlert.Title>
        {t('faces.read_only_text')}
      </GlobalAlert.Content>
    </GlobalAlert>
  )
}

/** Stays in sight: what was refused may be far down the page. */
const InSight = styled.div`
  position: sticky;
  inset-block-start: 0;
  z-index: 2;
`

/** Something of ours went wrong beside what is drawn; the page is as it was. */
export function FaultBanner({ fault, onClose }: { fault: Error; onClose: () => void }) {
  const t = useText()
  return (
    <InSight>
      <FaultAlert
        title={t('faces.fault_title')}
        text={t('faces.fault_text')}
        error={fault}
        onClose={onClose}
      />
    </InSight>
  )
}

/** The session is over; what stands in a form stays until the page is loaded again. */
export function SignedOutAlert() {
  const t = useText()
  const { frame } = useConsole()
  return (
    <InSight>
      <GlobalAlert type="error" role="alert">
        <GlobalAlert.Content>
          <GlobalAlert.Title>{t('faces.signed_out_title')}</GlobalAlert.Title>
          {t('faces.signed_out_text')}
        </GlobalAlert.Content>
        {/* The page around the app asks for the password; this frame alone cannot. */}
        <GlobalAlert.Button onClick={() => window.open(frame.addressOf({ page: 'home' }), '_top')}>
          {t('faces.sign_in_again')}
        </GlobalAlert.Button>
      </GlobalAlert>
    </InSight>
  )
}
