import { useQueries } from '@tanstack/react-query'
import { Accordion } from '@zendeskgarden/react-accordions'
import { useState, type ReactNode } from 'react'
import { Row, Subtle } from '../ui/blocks'
import { Answer } from '../ui/faces'
import { BackLink, Link } from '../ui/link'
import { Page } from '../ui/page'
import { BundleFindings, useFindings, type Findings } from './bundle-findings'
import { CheckText } from './check-text'
import { countsOf } from './findings'
import { sections } from './integration-data'
import { Items } from './items'
import { LinkSearch } from './link-search'
import { useIntegrations } from './use-integrations'

/** How many findings there are, and whether there would be others if the last save were deployed. */
const countOf = ({ bundles, save }: Findings): string =>
  [
    countsOf(bundles.flatMap((bundle) => bundle.findings)),
    save && !save.is_deployed ? 'last save not deployed' : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

interface Part {
  title: string
  /** How much there is. */
  count?: ReactNode
  content(): ReactNode
}

/** Everything that ZIS keeps for one integration, as JSON, and what there is to say of its bundles. */
export function IntegrationPage({ integration }: { integration: string }) {
  const known = useIntegrations().data?.integrations.find(({ name }) => name === integration)
  const queries = useQueries({
    queries: sections.map(({ title, kind, read }) => ({
      queryKey: [kind, 'integration', integration, title],
      queryFn: () => read(integration),
    })),
  })
  const connections = queries[sections.findIndex(({ title }) => title === 'Connections')]?.data ?? []
  const findings = useFindings(
    integration,
    connections.map(({ key }) => key),
  )
  const [open, setOpen] = useState<number[]>([0, 1])
  const toggle = (index: number) =>
    setOpen((before) => (before.includes(index) ? before.filter((one) => one !== index) : [...before, index]))
  const filter = encodeURIComponent(integration)

  const parts: Part[] = [
    {
      title: 'Findings',
      count: findings.data && countOf(findings.data),
      content: () => <BundleFindings query={findings} />,
    },
    ...sections.map(({ title, empty }, index) => ({
      title,
      count: queries[index]?.data?.length,
      content: () => (
        <Answer query={queries[index]!} failed={`Couldn't load: ${title}`}>
          {(items) => <Items items={items} empty={empty} />}
        </Answer>
      ),
    })),
    { title: 'Links', content: () => <LinkSearch integration={integration} /> },
    { title: 'Check a bundle', content: () => <CheckText integration={integration} /> },
  ]

  return (
    <Page
      title={integration}
      description={known?.description}
      before={<BackLink to="/simulator/integrations">Integrations</BackLink>}
      actions={
        <Row>
          <Link to={`/simulator/runs?integration=${filter}`}>Runs</Link>
          <Link to={`/simulator/log?product=${filter}`}>Integration log</Link>
          <Link to={`/simulator/requests?integration=${filter}`}>Requests</Link>
        </Row>
      }
    >
      <Accordion level={2} isCompact isExpandable isCollapsible expandedSections={open} onChange={toggle}>
        {parts.map(({ title, count, content }, index) => (
          <Accordion.Section key={title}>
            <Accordion.Header>
              <Accordion.Label>
                {title} <Subtle>{count}</Subtle>
              </Accordion.Label>
            </Accordion.Header>
            <Accordion.Panel>{open.includes(index) && content()}</Accordion.Panel>
          </Accordion.Section>
        ))}
      </Accordion>
    </Page>
  )
}
