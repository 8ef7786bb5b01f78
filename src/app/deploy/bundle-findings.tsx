import { Accordion } from '@zendeskgarden/react-accordions'
import { Alert } from '@zendeskgarden/react-notifications'
import { useMemo, useState } from 'react'
import { checkBundle } from '../../zis/bundle/check'
import { findJqShapes } from '../../zis/bundle/check-jq'
import type { Finding } from '../../zis/findings'
import type { JsonObject } from '../../zis/json'
import { FindingRows } from '../findings/finding-rows'
import { useText } from '../platform/words'
import { Stack } from '../ui/blocks'

interface Props {
  connections: Array<{ name: string }>
  integration: string
  bundle: JsonObject
}

/** The errors and warnings of a bundle; nothing where there are none. Of jq it says what none could read. */
export function BundleFindings({ connections, integration, bundle }: Props) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const findings = useMemo(() => {
    const names = connections.map(({ name }) => name)
    const { findings: all } = checkBundle(bundle, { integration, connections: names })
    return [...all, ...findJqShapes(bundle)].filter(({ severity }) => severity !== 'note')
  }, [connections, integration, bundle])
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')

  return (
    <Stack $gap="sm">
      {errors.length > 0 && (
        <Alert type="error" role="alert">
          <Alert.Title>{t('findings.refused', { count: errors.length })}</Alert.Title>
          <List title={t('findings.errors')} findings={errors} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Accordion
          level={3}
          isBare
          isCompact
          isCollapsible
          expandedSections={isOpen ? [0] : []}
          onChange={() => setOpen(!isOpen)}
        >
          <Accordion.Section>
            <Accordion.Header>
              <Accordion.Label>{t('findings.title', { count: warnings.length })}</Accordion.Label>
            </Accordion.Header>
            <Accordion.Panel>
              {isOpen && <List title={t('findings.warnings')} findings={warnings} />}
            </Accordion.Panel>
          </Accordion.Section>
        </Accordion>
      )}
    </Stack>
  )
}

const List = ({ title, findings }: { title: string; findings: Finding[] }) => (
  <FindingRows
    name={title}
    findings={findings}
    place={({ pointer }) => <code dir="ltr">{pointer || '/'}</code>}
  />
)
