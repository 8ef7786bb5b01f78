import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { secretIn } from '../../zis/bundle/secrets'
import type { CheckDefinition } from '../../zis/definition'
import type { JsonObject } from '../../zis/json'
import { logWords } from '../platform/runbook'
import { useRichText, useText, useWhen } from '../platform/words'
import type { Catalogued } from '../queries/catalogue'
import { useConfig } from '../queries/configs'
import { Buttons, Card, Heading, Stack, Subtle, Text } from '../ui/blocks'
import { LogLink } from '../ui/log-link'
import { ProblemAlert } from '../ui/problem-alert'
import { Writes } from '../ui/writes'
import { resultIn, type CheckResult, type Expected } from './check-result'
import { useProof, type ProofState } from './use-proof'

interface Props {
  catalogued: Catalogued
  integration: string
}

/** The way to see an integration work; nothing where its definition names none. */
export function Proof({ catalogued, integration }: Props) {
  const { check } = catalogued.definition
  return check ? <ProofCard catalogued={catalogued} integration={integration} check={check} /> : null
}

/**
 * Sends a sample, or says what the admin has to do, and shows what came of it as far as that can be read. It
 * begins with a click: a sample is real work for the integration.
 */
function ProofCard({ catalogued, integration, check }: Props & { check: CheckDefinition }) {
  const t = useText()
  const { state, isWebhookLeft, run, lookAgain, stop } = useProof(catalogued.definition, check, integration)
  const isBusy = state.step === 'sending' || state.step === 'waiting'
  const canRun = 'webhook' in check || check.expects !== undefined
  const hasButtons = canRun || state.step === 'waiting' || state.step === 'silent'
  return (
    <Card aria-label={t('proof.title')}>
      <Stack $gap="sm">
        <Heading>{t('proof.title')}</Heading>
        <Text>{'webhook' in check ? t('proof.webhook') : check.event}</Text>
        {check.expects && <Last integration={integration} expected={check.expects} />}
        <Outcome state={state} />
        {isWebhookLeft && (
          <Alert type="warning" role="status">
            <Alert.Title>{t('proof.webhook_left')}</Alert.Title>
            <Alert.Paragraph>{t('proof.webhook_left_text')}</Alert.Paragraph>
          </Alert>
        )}
        {(!check.expects || state.step === 'silent' || state.step === 'read') && (
          <Text>
            {!check.expects && `${t('proof.unreadable')} `}
            <LogLink />
          </Text>
        )}
        {hasButtons && (
          <Writes>
            <Buttons>
              {state.step === 'waiting' && <Button onClick={stop}>{t('proof.stop')}</Button>}
              {state.step === 'silent' && <Button onClick={() => void lookAgain()}>{t('proof.look')}</Button>}
              {canRun && !isBusy && (
                <Button onClick={() => void run()}>
                  {t('webhook' in check ? 'proof.send' : 'proof.wait')}
                </Button>
              )}
            </Buttons>
          </Writes>
        )}
      </Stack>
    </Card>
  )
}

/** What was written last, perhaps long ago and by another admin's check. */
function Last({ integration, expected }: { integration: string; expected: Expected }) {
  const rich = useRichText()
  const when = useWhen()
  const { data } = useConfig(integration, expected.scope)
  const last = resultIn(data?.config as JsonObject | undefined, expected)
  if (last === undefined) return null
  return <Subtle>{rich(last.ok ? 'proof.last_good' : 'proof.last_bad', { time: timeOf(last, when) })}</Subtle>
}

const timeOf = ({ at }: CheckResult, when: (time: string) => string): string =>
  Number.isNaN(Date.parse(at)) ? at : when(at)

function Outcome({ state }: { state: ProofState }) {
  const t = useText()
  if (state.step === 'idle') return null
  if (state.step === 'failed') {
    return <ProblemAlert title={t('proof.failed')} problem={state.problem} />
  }
  if (state.step === 'read') {
    const { ok, detail } = state.result
    const meaning = logWords(detail, t)
    return (
      <Alert type={ok ? 'success' : 'error'} role={ok ? 'status' : 'alert'}>
        <Alert.Title>{t(ok ? 'proof.good' : 'proof.bad')}</Alert.Title>
        {detail !== '' && (
          <Alert.Paragraph>{secretIn(detail, '') === undefined ? detail : t('proof.hidden')}</Alert.Paragraph>
        )}
        {meaning !== undefined && <Alert.Paragraph>{meaning}</Alert.Paragraph>}
      </Alert>
    )
  }
  return (
    <Alert type="info" role="status">
      <Alert.Title>{t(`proof.${state.step}`)}</Alert.Title>
      {state.step === 'silent' && <Alert.Paragraph>{t('proof.silent_text')}</Alert.Paragraph>}
    </Alert>
  )
}
