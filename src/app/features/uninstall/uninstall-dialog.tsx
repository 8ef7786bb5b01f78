import { Button } from '@zendeskgarden/react-buttons'
import { Checkbox, Field } from '@zendeskgarden/react-forms'
import { Dots } from '@zendeskgarden/react-loaders'
import { Modal } from '@zendeskgarden/react-modals'
import { Alert } from '@zendeskgarden/react-notifications'
import { useState } from 'react'
import { useNavigation } from '../../platform/route'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { isOurScope } from '../../queries/record'
import { wentWell } from '../../tasks/use-tasks'
import { AlertButtons, List, SmallHeading, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'
import { dropSecrets } from '../../state/secrets'
import { saveFile } from '../../ui/save-file'
import { UninstallResult } from './uninstall-result'
import { useUninstall, type Belongings } from './use-uninstall'

interface Props {
  catalogued: Catalogued
  integration: string
  onClose: () => void
}

/** Asks before uninstalling, naming what stops, what is deleted and what stays; then shows each step. */
export function UninstallDialog({ catalogued, integration, onClose }: Props) {
  const t = useText()
  const { go } = useNavigation()
  const { title } = catalogued.definition
  const { belongings, states, isRunning, tasksFor, uninstall, refresh } = useUninstall(integration)
  const [withSettings, setWithSettings] = useState(false)
  const [hasBegun, setBegun] = useState(false)
  const tasks = belongings.data ? tasksFor(belongings.data, withSettings) : []

  const isGone = hasBegun && !isRunning && tasks.every(({ id }) => wentWell(states[id]))

  const close = () => {
    if (isRunning) return
    if (hasBegun) {
      void refresh()
      go({ page: 'home' })
    }
    onClose()
  }

  return (
    <Modal
      isLarge
      onClose={close}
      focusOnMount
      restoreFocus
      aria-label={t('uninstall.title', { name: title })}
    >
      <Modal.Header isDanger={!isGone} tag="h2">
        {t('uninstall.title', { name: title })}
      </Modal.Header>
      <Modal.Body tabIndex={0}>
        {belongings.isError ? (
          <ProblemAlert
            title={t('uninstall.list_failed')}
            problem={belongings.error}
            onRetry={() => void belongings.refetch()}
          />
        ) : belongings.isPending ? (
          <Loading lines={4} />
        ) : hasBegun ? (
          <UninstallResult
            tasks={tasks}
            states={states}
            isRunning={isRunning}
            integration={integration}
            keptScopes={withSettings ? [] : belongings.data.scopes}
            onRetry={(some) => void uninstall(some, !withSettings)}
          />
        ) : (
          <Question
            found={belongings.data}
            integration={integration}
            withSettings={withSettings}
            onWithSettings={setWithSettings}
            onRetry={() => void belongings.refetch()}
          />
        )}
      </Modal.Body>
      <Modal.Footer>
        {hasBegun ? (
          <Modal.FooterItem>
            <Button isPrimary onClick={close}>
              {isRunning ? <Dots delayMS={0} aria-label={t('uninstall.working')} /> : t('uninstall.go_home')}
            </Button>
          </Modal.FooterItem>
        ) : (
          <>
            <Modal.FooterItem>
              <Button isBasic onClick={close}>
                {t('common.cancel')}
              </Button>
            </Modal.FooterItem>
            {belongings.data && (
              <Modal.FooterItem>
                <Button
                  isPrimary
                  isDanger
                  onClick={() => {
                    setBegun(true)
                    void uninstall(tasks, !withSettings)
                  }}
                >
                  {t('uninstall.action')}
                </Button>
              </Modal.FooterItem>
            )}
          </>
        )}
      </Modal.Footer>
      {!isRunning && <Modal.Close aria-label={t('common.close')} />}
    </Modal>
  )
}

interface QuestionProps {
  found: Belongings
  integration: string
  withSettings: boolean
  onWithSettings: (value: boolean) => void
  /** Reads again what could not be read. */
  onRetry: () => void
}

function Question({ found, integration, withSettings, onWithSettings, onRetry }: QuestionProps) {
  const t = useText()
  const settings = found.scopes.filter((scope) => !isOurScope(scope))
  const lists = [found.webhooks, found.connections, found.clients, found.unread]
  const isNothing = lists.every(({ length }) => length === 0)
  return (
    <Stack>
      {found.unread.length > 0 && (
        <Alert type="warning" role="alert">
          <Alert.Title>{t('uninstall.unread_title')}</Alert.Title>
          <Alert.Paragraph>
            {t('uninstall.unread_text', {
              names: found.unread.map((part) => t(`uninstall.part_${part}`)),
            })}
          </Alert.Paragraph>
          <AlertButtons>
            <Button size="small" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          </AlertButtons>
        </Alert>
      )}
      <Stack $gap="xs">
        <SmallHeading>{t('uninstall.stops')}</SmallHeading>
        {found.jobSpecs.length === 0 ? (
          <Text>{t('uninstall.stops_nothing')}</Text>
        ) : (
          <List>
            {found.jobSpecs.map((name) => (
              <li key={name}>{t('uninstall.stops_spec', { name })}</li>
            ))}
          </List>
        )}
      </Stack>
      <Stack $gap="xs">
        <SmallHeading>{t('uninstall.deletes')}</SmallHeading>
        <List>
          {found.webhooks.map(({ uuid, source_system, event_type }) => (
            <li key={uuid}>{t('uninstall.deletes_webhook', { source: source_system, type: event_type })}</li>
          ))}
          {found.connections.map(({ name, kind }) => (
            <li key={name}>
              {t(kind === 'oauth' ? 'uninstall.deletes_connection' : 'uninstall.deletes_credential', {
                name,
              })}
            </li>
          ))}
          {found.clients.map(({ uuid, name }) => (
            <li key={uuid}>{t('uninstall.deletes_client', { name })}</li>
          ))}
          {withSettings &&
            settings.map((scope) => <li key={scope}>{t('uninstall.deletes_settings', { name: scope })}</li>)}
          {isNothing && !withSettings && <li>{t('uninstall.deletes_nothing')}</li>}
        </List>
      </Stack>
      <Stack $gap="xs">
        <SmallHeading>{t('uninstall.stays')}</SmallHeading>
        <List>
          <li>{t('uninstall.stays_registry', { key: integration })}</li>
          <li>{t('uninstall.stays_permissions')}</li>
          {!withSettings && settings.length > 0 && <li>{t('uninstall.stays_settings')}</li>}
          <li>{t('uninstall.stays_data')}</li>
        </List>
      </Stack>
      {settings.length > 0 && (
        <div>
          <Button
            size="small"
            onClick={() =>
              saveFile(`${integration}.settings.json`, {
                integration,
                configs: found.configs
                  .filter(({ scope }) => !isOurScope(scope))
                  .map(({ scope, config }) => ({ scope, config: dropSecrets(config) })),
              })
            }
          >
            {t('uninstall.download')}
          </Button>
        </div>
      )}
      <Field>
        <Checkbox checked={withSettings} onChange={({ target }) => onWithSettings(target.checked)}>
          <Field.Label>{t('uninstall.with_settings')}</Field.Label>
          <Field.Hint>{t('uninstall.with_settings_hint')}</Field.Hint>
        </Checkbox>
      </Field>
    </Stack>
  )
}
