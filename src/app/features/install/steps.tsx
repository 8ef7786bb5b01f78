import { Stepper } from '@zendeskgarden/react-accordions'
import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { Span } from '@zendeskgarden/react-typography'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useNavigation } from '../../platform/route'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import type { Health, HealthRow } from '../../state/use-health'
import { Buttons, Stack } from '../../ui/blocks'
import { Part } from '../../ui/part'
import type { StepContent } from './install-page'
import { Review } from './review'

interface Props {
  catalogued: Catalogued
  integration: string
  health: Health
  Connect: StepContent
  Configure: StepContent
  /** The admin began the setup on this very page, so the first step takes the focus. */
  hasBegun: boolean
}

const isGood = (row: HealthRow): boolean => row.check === 'done' && row.isGood

/** The first step that is not done, by what the server says. */
export function openStep({ rows }: Health): number {
  const open = (kind: HealthRow['kind']) => rows.some((row) => row.kind === kind && !isGood(row))
  if (open('connection')) return 0
  return open('settings') ? 1 : 2
}

/** The three steps. Which one is open is the server's state when the page opens, then the admin's choice. */
export function Steps({ catalogued, integration, health, Connect, Configure, hasBegun }: Props) {
  const t = useText()
  const { attempt } = useNavigation()
  const [step, setStep] = useState(() => openStep(health))
  const [hasMoved, setMoved] = useState(hasBegun)
  const move = (to: number) => {
    setMoved(true)
    setStep(to)
  }
  const [isHeld, setHeld] = useState(false)
  const missing = health.rows.filter((row) => row.kind === 'connection' && !isGood(row))

  return (
    <Stepper activeIndex={step} aria-label={t('install.steps')}>
      <Stepper.Step key="connect" aria-current={step === 0 ? 'step' : undefined}>
        <Label isDone={step > 0}>{t('install.connect')}</Label>
        <Stepper.Content>
          {step === 0 && (
            <Content label={t('install.connect')} takesFocus={hasMoved}>
              {/* Not pushed away by what is still loading above it. */}
              <Connect catalogued={catalogued} integration={integration}>
                {isHeld && missing.length > 0 && (
                  <Alert type="error" role="alert">
                    <Alert.Title>{t('install.connect_first')}</Alert.Title>
                    <Alert.Paragraph>
                      {t('install.connect_missing', { names: missing.map(({ title }) => title) })}
                    </Alert.Paragraph>
                  </Alert>
                )}
                <Buttons>
                  <Button
                    isPrimary={missing.length === 0}
                    onClick={() => {
                      setHeld(missing.length > 0)
                      if (missing.length === 0) attempt(() => move(1))
                    }}
                  >
                    {t('common.next')}
                  </Button>
                </Buttons>
              </Connect>
            </Content>
          )}
        </Stepper.Content>
      </Stepper.Step>
      <Stepper.Step key="configure" aria-current={step === 1 ? 'step' : undefined}>
        <Label isDone={step > 1}>{t('install.configure')}</Label>
        <Stepper.Content>
          {step === 1 && (
            <Content label={t('install.configure')} takesFocus={hasMoved}>
              <Configure catalogued={catalogued} integration={integration} onSaved={() => move(2)} />
              <Buttons>
                <Button onClick={() => attempt(() => move(0))}>{t('common.back')}</Button>
                {catalogued.definition.settings.length === 0 && (
                  <Button isPrimary onClick={() => move(2)}>
                    {t('common.next')}
                  </Button>
                )}
              </Buttons>
            </Content>
          )}
        </Stepper.Content>
      </Stepper.Step>
      <Stepper.Step key="review" aria-current={step === 2 ? 'step' : undefined}>
        <Label isDone={step > 2}>{t('install.review')}</Label>
        <Stepper.Content>
          {step === 2 && (
            <Content label={t('install.review')} takesFocus={hasMoved}>
              <Review
                catalogued={catalogued}
                integration={integration}
                health={health}
                onBack={() => move(1)}
              />
            </Content>
          )}
        </Stepper.Content>
      </Stepper.Step>
    </Stepper>
  )
}

/** Garden draws a check mark beside a step that is done, and does not say so. */
function Label({ isDone, children }: { isDone: boolean; children: ReactNode }) {
  const t = useText()
  return (
    <Stepper.Label>
      {children}
      {isDone && <Span hidden> {t('activity.done')}</Span>}
    </Stepper.Label>
  )
}

/** What a step holds. The button that led here is gone, so the step takes the focus. */
function Content({
  label,
  takesFocus,
  children,
}: {
  label: string
  takesFocus: boolean
  children: ReactNode
}) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) content.current?.focus()
  }, [takesFocus])
  return (
    <Stack ref={content} role="group" aria-label={label} tabIndex={-1} style={{ outline: 'none' }}>
      <Part>{children}</Part>
    </Stack>
  )
}
