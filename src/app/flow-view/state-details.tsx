import type { FlowOutline, OutlinedState } from '../../zis/flow/outline'
import { isObject, own, type JsonObject } from '../../zis/json'
import { actionNamed } from '../../zis/bundle/uses'
import { useText } from '../platform/words'
import { List, Stack, Subtle, Text } from '../ui/blocks'
import { CodeView, type Document } from '../ui/code-view'
import { meaningOf } from './meaning'
import { wayText } from './way-text'

interface Props {
  state: OutlinedState
  outline: FlowOutline
  bundles: JsonObject[]
}

/** One state: what it does, where it goes, and how the bundle writes it. */
export function StateDetails({ state, outline, bundles }: Props) {
  const t = useText()
  const ways = outline.ways.filter(({ from }) => from === state.id)
  const comment = own(state.state, 'Comment')
  return (
    <Stack>
      <Subtle>{state.within ? t('flow.inside', { type: state.type, map: state.within }) : state.type}</Subtle>
      <Text>{meaningOf(state.state, bundles, t)}</Text>
      {typeof comment === 'string' && <Text>{comment}</Text>}
      <List>
        {ways.map((way, index) => {
          const when = wayText(way, t)
          return (
            <li key={index}>
              {when === '' ? t('flow.way_on', { name: way.to }) : t('flow.way', { when, name: way.to })}
            </li>
          )
        })}
        {state.isEnd && <li>{t('flow.end')}</li>}
      </List>
      <CodeView documents={documentsOf(state, bundles, t('flow.state'), t('flow.action'), t('flow.says'))} />
    </Stack>
  )
}

function documentsOf(
  { state }: OutlinedState,
  bundles: JsonObject[],
  stateTitle: string,
  actionTitle: string,
  says: string,
): Document[] {
  const name = own(state, 'ActionName')
  const action = typeof name === 'string' ? actionNamed(bundles, name) : undefined
  return [
    { id: 'state', title: stateTitle, says, content: state },
    ...(isObject(action) ? [{ id: 'action', title: actionTitle, says, content: action }] : []),
  ]
}
