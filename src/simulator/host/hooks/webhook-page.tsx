import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import { useState } from 'react'
import { useRouter } from '../router'
import { Box, Mono, Row, Stack } from '../ui/blocks'
import { ConfirmDelete } from '../ui/confirm'
import { Answer, Empty, Failed } from '../ui/faces'
import { Facts } from '../ui/facts'
import { BackLink } from '../ui/link'
import { useNotice } from '../ui/notice'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { ActiveTag, authenticationText, formats, isOfTriggers, sendsText } from './hook-words'
import { Invocations } from './invocations'
import { TriggerDialog } from './trigger-dialog'
import { NoTriggers, TriggerList } from './trigger-list'
import { useDeleteWebhook, useTriggers, useUpdateWebhook, useWebhook, type Webhook } from './use-hooks'
import { EditWebhook } from './webhook-dialog'

/** One webhook: where it posts to, the triggers that notify it, and what became of what it sent. */
export function WebhookPage({ id }: { id: string }) {
  const query = useWebhook(id)
  const webhook = query.data
  return (
    <Page
      title={webhook?.name ?? 'Webhook'}
      mark={webhook && <ActiveTag isActive={webhook.status === 'active'} />}
      description={webhook && <Mono>{`${webhook.http_method} ${webhook.endpoint}`}</Mono>}
      before={<BackLink to="/simulator/webhooks">Triggers and webhooks</BackLink>}
      actions={webhook && <Actions webhook={webhook} />}
    >
      <Answer
        query={query}
        failed="Couldn't load the webhook"
        missing={<Empty title="No such webhook" text={`There is no webhook ${id}.`} />}
      >
        {(shown) => (
          <Stack $gap="lg">
            <WebhookFacts webhook={shown} />
            {isOfTriggers(shown) && <TriggersOf webhook={shown} />}
            <Stack $gap="sm">
              <LG tag="h2" isBold>
                Invocations
              </LG>
              <Invocations id={id} />
            </Stack>
          </Stack>
        )}
      </Answer>
    </Page>
  )
}

const WebhookFacts = ({ webhook }: { webhook: Webhook }) => (
  <Box aria-label="About this webhook">
    <Facts
      facts={[
        ['Authentication', authenticationText(webhook)],
        ['Format', formats.find(({ value }) => value === webhook.request_format)?.text],
        ['Sends', sendsText(webhook)],
        ['Created', <When key="created" at={webhook.created_at} />],
        ['Updated', <When key="updated" at={webhook.updated_at} />],
      ]}
    />
  </Box>
)

function TriggersOf({ webhook }: { webhook: Webhook }) {
  const triggers = useTriggers()
  const [isNew, setNew] = useState(false)
  const create = () => setNew(true)
  return (
    <Stack $gap="sm">
      <LG tag="h2" isBold>
        Triggers
      </LG>
      <Answer query={triggers} failed="Couldn't load the triggers">
        {(all) => {
          const own = all.filter(({ actions }) => actions.some(({ value }) => value[0] === webhook.id))
          return own.length === 0 ? (
            <NoTriggers canCreate onCreate={create} />
          ) : (
            <>
              <TriggerList triggers={own} webhooks={[webhook]} isOfOneWebhook />
              <Row>
                <Button size="small" onClick={create}>
                  Create trigger
                </Button>
              </Row>
            </>
          )
        }}
      </Answer>
      {isNew && <TriggerDialog webhooks={[webhook]} onClose={() => setNew(false)} />}
    </Stack>
  )
}

/** Edit, turn on and off, and delete once that is confirmed. */
function Actions({ webhook }: { webhook: Webhook }) {
  const [asked, setAsked] = useState<'edit' | 'delete'>()
  const update = useUpdateWebhook(webhook.id)
  const remove = useDeleteWebhook(webhook.id)
  const { go } = useRouter()
  const notice = useNotice()
  const isActive = webhook.status === 'active'
  const close = () => setAsked(undefined)
  const turn = () =>
    update.mutate(
      { status: isActive ? 'inactive' : 'active' },
      { onSuccess: () => notice(`${webhook.name} ${isActive ? 'deactivated' : 'activated'}`) },
    )

  return (
    <Stack $gap="xs">
      <Row>
        <Button onClick={() => setAsked('edit')}>Edit</Button>
        <Button aria-disabled={update.isPending} onClick={() => !update.isPending && turn()}>
          {isActive ? 'Deactivate' : 'Activate'}
        </Button>
        <Button isDanger onClick={() => setAsked('delete')}>
          Delete
        </Button>
      </Row>
      {update.error && <Failed what="The webhook was not changed" problem={update.error} />}
      {asked === 'edit' && <EditWebhook webhook={webhook} onClose={close} />}
      {asked === 'delete' && (
        <ConfirmDelete
          what="webhook"
          name={webhook.name}
          remove={remove}
          onDeleted={() => go('/simulator/webhooks')}
          onClose={close}
        >
          Triggers that notify it stay and send nothing any more. An inbound webhook that it posts to stays,
          too.
        </ConfirmDelete>
      )}
    </Stack>
  )
}
