import { Button } from '@zendeskgarden/react-buttons'
import { Field, Select } from '@zendeskgarden/react-forms'
import { useMemo, useState } from 'react'
import styled from 'styled-components'
import { usesOf } from '../../zis/bundle/uses'
import { flowOutline, type OutlinedState } from '../../zis/flow/outline'
import type { JsonObject } from '../../zis/json'
import { useText } from '../platform/words'
import { useBundles } from '../queries/deployment'
import { CardHead, Heading, Stack, Text } from '../ui/blocks'
import { DetailsDrawer } from '../ui/details-drawer'
import { Loading } from '../ui/loading'
import { ProblemAlert } from '../ui/problem-alert'
import { FlowList } from './flow-list'
import { FlowPicture } from './flow-picture'
import { Needs } from './needs'
import { StateDetails } from './state-details'

const Choose = styled.div`
  max-width: 320px;
`

interface Props {
  integration: string
  /** The bundle that came with the app: shown until one is uploaded. */
  shipped?: JsonObject
}

/** The flows of an integration as they are on the server: what each needs, and what it does. */
export function Flows({ integration, shipped }: Props) {
  const t = useText()
  const stored = useBundles(integration)
  if (stored.isPending) return <Loading lines={4} />
  if (stored.isError) {
    return (
      <ProblemAlert title={t('flow.failed')} problem={stored.error} onRetry={() => void stored.refetch()} />
    )
  }
  const isUploaded = stored.data.length > 0
  const bundles = isUploaded ? stored.data : shipped ? [shipped] : []
  return <FlowsOf integration={integration} bundles={bundles} isUploaded={isUploaded} />
}

function FlowsOf({
  integration,
  bundles,
  isUploaded,
}: {
  integration: string
  bundles: JsonObject[]
  isUploaded: boolean
}) {
  const t = useText()
  const flows = useMemo(() => bundles.flatMap(usesOf), [bundles])
  const [chosen, setChosen] = useState(0)
  const [isList, setList] = useState(false)
  const [open, setOpen] = useState<OutlinedState>()
  const flow = flows[chosen] ?? flows[0]
  const outline = useMemo(() => flowOutline(flow?.definition), [flow])
  if (!flow) {
    return (
      <Stack $gap="sm">
        <Heading>{t('flow.title')}</Heading>
        <Text>{t('flow.none')}</Text>
      </Stack>
    )
  }
  const view = { title: t('flow.view', { name: flow.flow }), outline, bundles, onOpen: setOpen }
  return (
    <Stack>
      <CardHead>
        <Heading>{t('flow.title')}</Heading>
        <Button size="small" aria-pressed={isList} onClick={() => setList(!isList)}>
          {t(isList ? 'flow.show_picture' : 'flow.show_list')}
        </Button>
      </CardHead>
      <Text>{t(isUploaded ? 'flow.text' : 'flow.text_shipped')}</Text>
      {flows.length > 1 && (
        <Choose>
          <Field>
            <Field.Label>{t('flow.choose')}</Field.Label>
            <Select value={String(chosen)} onChange={({ target }) => setChosen(Number(target.value))}>
              {flows.map(({ flow: name }, index) => (
                <option key={name} value={index}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </Choose>
      )}
      <Needs integration={integration} flow={flow} />
      {outline.states.length === 0 ? (
        <Text>{t('flow.empty')}</Text>
      ) : isList ? (
        <FlowList {...view} />
      ) : (
        <FlowPicture {...view} key={flow.flow} />
      )}
      {outline.unreachable.length > 0 && <Text>{t('flow.unreachable', { names: outline.unreachable })}</Text>}
      <DetailsDrawer item={open} title={({ id }) => id} onClose={() => setOpen(undefined)}>
        {(state) => <StateDetails state={state} outline={outline} bundles={bundles} />}
      </DetailsDrawer>
    </Stack>
  )
}
