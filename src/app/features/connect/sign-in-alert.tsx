import { Anchor, Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useRichText, useText } from '../../platform/words'
import { AlertButtons } from '../../ui/blocks'
import { Live } from '../../ui/page'
import { ProblemAlert } from '../../ui/problem-alert'
import type { SignIn } from './sign-in-steps'

interface Props {
  signIn: SignIn
  system: string
  onLeave: () => void
  onAccept: () => void
  onDisconnect: () => void
}

/** What became of a sign-in, for each way in which it can go. */
export function SignInAlert({ signIn, system, onLeave, onAccept, onDisconnect }: Props) {
  const t = useText()
  const rich = useRichText()
  const name = system
  switch (signIn.step) {
    case 'idle':
    case 'starting':
    case 'leaving':
      return null
    case 'connected':
      return <Live>{t('connect.connected', { name })}</Live>
    case 'checking':
      return <Live>{t('connect.checking', { name })}</Live>
    case 'waiting':
      return (
        <Alert type="info" role="status">
          <Alert.Title>{t('connect.waiting_title', { name })}</Alert.Title>
          <Alert.Paragraph>{t('connect.waiting_text')}</Alert.Paragraph>
        </Alert>
      )
    case 'blocked':
      return (
        <Alert type="warning" role="alert">
          <Alert.Title>{t('connect.blocked_title')}</Alert.Title>
          <Alert.Paragraph>{t('connect.blocked_text')}</Alert.Paragraph>
          <Alert.Paragraph>
            {/* The page has to be able to answer this one, so it keeps its opener. */}
            <Anchor href={signIn.link} target="_blank" rel="opener">
              {t('connect.open_link')}
            </Anchor>
          </Alert.Paragraph>
          <Alert.Paragraph>{t('connect.leave_text', { name })}</Alert.Paragraph>
          <AlertButtons>
            <Button size="small" onClick={onLeave}>
              {t('connect.leave')}
            </Button>
          </AlertButtons>
        </Alert>
      )
    case 'other_account':
      return (
        <Alert type="warning" role="alert">
          <Alert.Title>{t('connect.other_account_title', { name })}</Alert.Title>
          <Alert.Paragraph>{t('connect.other_account_text', { name })}</Alert.Paragraph>
          <AlertButtons>
            <Button size="small" onClick={onDisconnect}>
              {t('disconnect.action')}
            </Button>
            <Button size="small" onClick={onAccept}>
              {t('connect.keep_account')}
            </Button>
          </AlertButtons>
        </Alert>
      )
    case 'denied':
      return (
        <Alert type="error" role="alert">
          <Alert.Title>{t('connect.denied_title', { name })}</Alert.Title>
          <Alert.Paragraph>
            {t(signIn.error === 'access_denied' ? 'connect.denied_text' : 'connect.refused_text', { name })}
          </Alert.Paragraph>
          <Alert.Paragraph>
            {rich('connect.denied_answer', {
              answer: [signIn.error, signIn.errorDescription].filter(Boolean).join(': '),
            })}
          </Alert.Paragraph>
        </Alert>
      )
    case 'failed':
      return <ProblemAlert title={t('connect.failed_title', { name })} problem={signIn.problem} />
    default:
      return (
        <Alert type={signIn.step === 'wrong_address' ? 'error' : 'warning'} role="alert">
          <Alert.Title>{t(`connect.${signIn.step}_title`, { name })}</Alert.Title>
          <Alert.Paragraph>{t(`connect.${signIn.step}_text`, { name })}</Alert.Paragraph>
        </Alert>
      )
  }
}
