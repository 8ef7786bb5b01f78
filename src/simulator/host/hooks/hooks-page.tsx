import { Button } from '@zendeskgarden/react-buttons'
import { Tabs } from '@zendeskgarden/react-tabs'
import { useState } from 'react'
import { useRouter } from '../router'
import { Answer, Empty } from '../ui/faces'
import { useFilters } from '../ui/filters'
import { Page } from '../ui/page'
import { TriggerDialog } from './trigger-dialog'
import { NoTriggers, TriggerList } from './trigger-list'
import { useTriggers, useWebhooks } from './use-hooks'
import { NewWebhook } from './webhook-dialog'
import { WebhookList } from './webhook-list'

const place = '/simulator/webhooks'

interface HooksPageProps {
  isNew: boolean
  params: Record<string, string>
}

/** Webhooks of the account, and the triggers that notify them. */
export function HooksPage({ isNew, params }: HooksPageProps) {
  const webhooks = useWebhooks()
  const triggers = useTriggers()
  const [isNewTrigger, setNewTrigger] = useState(false)
  const set = useFilters(place, params)
  const { go } = useRouter()
  const tab = params['tab'] === 'triggers' ? 'triggers' : 'webhooks'
  const canHaveTriggers = (webhooks.data?.length ?? 0) > 0
  const createTrigger = () => setNewTrigger(true)
  const createWebhook = () => go(`${place}/new`)

  return (
    <Page
      title="Triggers and webhooks"
      description="What happens in the account is posted elsewhere, for example to an inbound webhook, where it starts flows."
      actions={
        tab === 'webhooks' ? (
          <Button isPrimary onClick={createWebhook}>
            Create webhook
          </Button>
        ) : (
          canHaveTriggers && (
            <Button isPrimary onClick={createTrigger}>
              Create trigger
            </Button>
          )
        )
      }
    >
      <Tabs selectedItem={tab} onChange={(next: string) => set('tab', next === 'triggers' ? next : '')}>
        <Tabs.TabList aria-label="Triggers and webhooks">
          <Tabs.Tab item="webhooks">Webhooks</Tabs.Tab>
          <Tabs.Tab item="triggers">Triggers</Tabs.Tab>
        </Tabs.TabList>
        <Tabs.TabPanel item="webhooks">
          <Answer
            query={webhooks}
            failed="Couldn't load the webhooks"
            loading={<WebhookList webhooks={undefined} />}
          >
            {(rows) =>
              rows.length === 0 ? (
                <Empty title="No webhooks" text="Create a webhook to post what happens here elsewhere." />
              ) : (
                <WebhookList webhooks={rows} />
              )
            }
          </Answer>
        </Tabs.TabPanel>
        <Tabs.TabPanel item="triggers">
          <Answer query={triggers} failed="Couldn't load the triggers">
            {(rows) =>
              rows.length === 0 ? (
                <NoTriggers canCreate={canHaveTriggers} onCreate={createTrigger} />
              ) : (
                <TriggerList triggers={rows} webhooks={webhooks.data ?? []} />
              )
            }
          </Answer>
        </Tabs.TabPanel>
      </Tabs>
      {isNew && <NewWebhook onClose={() => go(place)} />}
      {isNewTrigger && <TriggerDialog webhooks={webhooks.data ?? []} onClose={() => setNewTrigger(false)} />}
    </Page>
  )
}
