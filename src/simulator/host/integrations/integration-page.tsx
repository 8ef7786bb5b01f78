import { useQueries } from '@tanstack/react-query'
import { Accordion } from '@zendeskgarden/react-accordions'
import { useState } from 'react'
import { Row, Subtle } from '../ui/blocks'
import { Answer } from '../ui/faces'
import { BackLink, Link } from '../ui/link'
import { Page } from '../ui/page'
import { sections } from './integration-data'
import { Items } from './items'
import { LinkSearch } from './link-search'
import { useIntegrations } from './use-integrations'

/** Everything that ZIS keeps for one integration, as JSON. */
export function IntegrationPage({ integration }: { integration: string }) {
  const known = useIntegrations().data?.integrations.find(({ name }) => name === integration)
  const queries = useQueries({
    queries: sections.map(({ title, kind, read }) => ({
      queryKey: [kind, 'integration', integration, title],
      queryFn: () => read(integration),
    })),
  })
  const [open, setOpen] = useState<number[]>([0])
  const toggle = (index: number) =>
    setOpen((before) => (before.includes(index) ? before.filter((one) => one !== index) : [...before, index]))
  const filter = encodeURIComponent(integration)

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
        {[
          ...sections.map(({ title, empty }, index) => (
            <Accordion.Section key={title}>
              <Accordion.Header>
                <Accordion.Label>
                  {title} <Subtle>{queries[index]?.data?.length}</Subtle>
                </Accordion.Label>
              </Accordion.Header>
              <Accordion.Panel>
                {open.includes(index) && (
                  <Answer query={queries[index]!} failed={`Couldn't load: ${title}`}>
                    {(items) => <Items items={items} empty={empty} />}
                  </Answer>
                )}
              </Accordion.Panel>
            </Accordion.Section>
          )),
          <Accordion.Section key="links">
            <Accordion.Header>
              <Accordion.Label>Links</Accordion.Label>
            </Accordion.Header>
            <Accordion.Panel>
              {open.includes(sections.length) && <LinkSearch integration={integration} />}
            </Accordion.Panel>
          </Accordion.Section>,
        ]}
      </Accordion>
    </Page>
  )
}
