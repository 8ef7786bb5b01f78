import { Button } from '@zendeskgarden/react-buttons'
import type { AssumptionView } from '../../services/control/wire'
import { useAssumptions, useTurnSwitches } from '../queries'
import { count } from '../when'
import { Stack } from '../ui/blocks'
import { Answer, Empty, Failed, Loading } from '../ui/faces'
import { Filters, SelectFilter, TextFilter, useFilters } from '../ui/filters'
import { useNotice } from '../ui/notice'
import { Page } from '../ui/page'
import { Switch } from './switch'
import { isTurned, marks } from './switch-words'

/** Where ZIS is silent or its sources disagree: how the simulator behaves, and the choice to change it. */
export function SwitchesPage({ params }: { params: Record<string, string> }) {
  const query = useAssumptions()
  const turn = useTurnSwitches()
  const notice = useNotice()
  const set = useFilters('/simulator/switches', params)
  const all = query.data?.assumptions ?? []
  const turned = all.filter(isTurned)

  const reset = () =>
    turn.mutate(Object.fromEntries(turned.map(({ name }) => [name, null])), {
      onSuccess: () => notice('All switches are set to their defaults'),
    })

  return (
    <Page
      title="Switches"
      description="Each switch is a point where Zendesk says nothing, or says two things. It acts at once, and stays until you turn it back."
      actions={
        turned.length > 0 && (
          <Button onClick={reset} aria-disabled={turn.isPending}>
            Reset to defaults
          </Button>
        )
      }
    >
      <Filters>
        <SelectFilter
          label="Show"
          all={`All ${count(all.length, 'switch', 'switches')}`}
          options={[{ value: 'turned', text: `Not at their default (${turned.length})` }]}
          value={params['show']}
          onChange={(value) => set('show', value)}
        />
        <SelectFilter
          label="How sure"
          all="Any"
          options={Object.entries(marks).map(([value, { text }]) => ({ value, text }))}
          value={params['mark']}
          onChange={(value) => set('mark', value)}
        />
        <TextFilter label="Search" value={params['text']} onChange={(value) => set('text', value)} />
      </Filters>
      {turn.error && <Failed what="The switch was not turned" problem={turn.error} />}
      <Answer query={query} failed="Couldn't load the switches" loading={<Loading lines={6} />}>
        {({ assumptions }) => {
          const shown = assumptions.filter((one) => fits(one, params))
          return shown.length === 0 ? (
            <Empty title="Nothing found" text="No switch fits all filters." />
          ) : (
            <Stack $gap="sm">
              {shown.map((one) => (
                <Switch key={one.name} view={one} onTurn={(value) => turn.mutate({ [one.name]: value })} />
              ))}
            </Stack>
          )
        }}
      </Answer>
    </Page>
  )
}

function fits(view: AssumptionView, { show, mark, text }: Record<string, string>): boolean {
  const { name, decides, source } = view
  return (
    (show !== 'turned' || isTurned(view)) &&
    (!mark || view.mark === mark) &&
    (!text || `${name} ${decides} ${source}`.toLowerCase().includes(text.toLowerCase()))
  )
}
