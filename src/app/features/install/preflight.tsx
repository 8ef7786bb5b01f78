import { Button } from '@zendeskgarden/react-buttons'
import { useState } from 'react'
import { needsWindow } from '../../state/connection-state'
import { useConsole } from '../../platform/console'
import type { Problem } from '../../platform/problem'
import { openWindow } from '../../platform/sign-in'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useRegistered } from '../../queries/integrations'
import { SmallHeading, Stack } from '../../ui/blocks'
import { ProblemWords } from '../../ui/problem-words'
import { Row, Rows } from '../../ui/rows'
import { EarlierInstall } from './earlier-install'

interface Props {
  catalogued: Catalogued
  integration: string
  /** Why the key cannot be used; undefined while nothing speaks against it. */
  mistake: 'key_wrong' | 'key_taken' | 'key_used' | undefined
  /** The account has an integration with this key already. */
  isOwn: boolean
  /** Our record could not be written when the setup began. */
  notWritten: Problem | undefined
  onRetry: () => void
}

/**
 * What has to be right before a setup begins, a row each (zis-admin-app 13.1). It reads only: what a write
 * alone could tell is said to be open until the admin begins.
 */
export function Preflight({ catalogued, integration, mistake, isOwn, notWritten, onRetry }: Props) {
  const t = useText()
  const { frame } = useConsole()
  const registered = useRegistered()
  return (
    <Stack $gap="xs">
      <SmallHeading>{t('preflight.title')}</SmallHeading>
      <Rows aria-label={t('preflight.title')}>
        <Row
          state="good"
          title={t('preflight.admin')}
          says={t('preflight.admin_says', { name: frame.user.name })}
        />
        <Row
          state={registered.isFetching ? 'working' : registered.isError ? 'failed' : 'good'}
          title={t('preflight.zis')}
          says={
            registered.isError ? <ProblemWords problem={registered.error} isRead /> : t('preflight.zis_says')
          }
          onRetry={registered.isError ? () => void registered.refetch() : undefined}
        />
        <Row
          state={mistake ? 'failed' : isOwn ? 'warning' : 'good'}
          title={t('preflight.key')}
          says={t(`preflight.${mistake ?? (isOwn ? 'key_own' : 'key_free')}`)}
        />
        {isOwn && !mistake ? (
          <EarlierInstall integration={integration} />
        ) : (
          <Row state="good" title={t('preflight.earlier')} says={t('preflight.earlier_none')} />
        )}
        {catalogued.definition.connections.some(needsWindow) && <PopUps />}
        <Row
          state={notWritten ? 'failed' : 'waiting'}
          title={t('preflight.write')}
          says={notWritten ? <ProblemWords problem={notWritten} /> : t('preflight.write_open')}
          onRetry={notWritten ? onRetry : undefined}
        />
      </Rows>
    </Stack>
  )
}

/** A browser tells only of a window that is opened by a click. */
function PopUps() {
  const t = useText()
  const [allowed, setAllowed] = useState<boolean>()
  const test = () => {
    const opened = openWindow(t('preflight.windows_text'))
    setAllowed(opened !== null)
    opened?.close()
  }
  return (
    <Row
      state={allowed === undefined ? 'waiting' : allowed ? 'good' : 'warning'}
      title={t('preflight.windows')}
      says={t(
        allowed === undefined
          ? 'preflight.windows_open'
          : allowed
            ? 'preflight.windows_good'
            : 'preflight.windows_blocked',
      )}
    >
      <Button size="small" onClick={test}>
        {t('preflight.windows_test')}
      </Button>
    </Row>
  )
}
