import { Header } from '@zendeskgarden/react-chrome'
import { Item, ItemGroup, Menu, Separator } from '@zendeskgarden/react-dropdowns'
import { Span } from '@zendeskgarden/react-typography'
import ClockIcon from '@zendeskgarden/svg-icons/src/16/clock-stroke.svg'
import { useState } from 'react'
import type { ClockState } from '../../services/control/wire'
import { useClock, useMoveClock } from '../queries'
import { moment, timeOfDay } from '../when'
import { onChoice } from '../ui/menu-choice'
import { useNotice } from '../ui/notice'
import { useSimulatorTime } from '../ui/time'
import { useIsNarrow } from '../ui/window-size'
import { AdvanceClock } from './advance-clock'
import { SetClock } from './set-clock'

const steps: Record<string, number> = { minute: 60, hour: 3600 }

/** The simulator's clock: shows the time when it is not the real one, and moves it. */
export function ClockMenu() {
  const [asked, setAsked] = useState<'advance' | 'set'>()
  const now = useSimulatorTime(1000)
  const move = useMoveClock()
  const notice = useNotice()
  const { data: clock } = useClock()
  const isMoved = clock !== undefined && (clock.mode === 'frozen' || Math.round(clock.offset_seconds) !== 0)

  const send = (change: Parameters<typeof move.mutate>[0]) =>
    move.mutate(change, {
      onError: (problem) => notice(`The clock was not moved. ${problem.message}`, 'error'),
    })

  function choose(value: string) {
    if (value === 'freeze') send({ freeze: true })
    else if (value === 'real') send({ real: true })
    else if (value === 'run') send({ run: true })
    else if (value === 'custom') setAsked('advance')
    else if (value === 'set') setAsked('set')
    else if (steps[value] !== undefined) send({ advance_seconds: steps[value] })
  }

  return (
    <>
      <Menu
        placement="bottom-end"
        onChange={onChoice(choose)}
        button={(props) => (
          <Header.Item {...props}>
            <Header.ItemIcon>
              <ClockIcon aria-hidden="true" />
            </Header.ItemIcon>
            <ClockText clock={clock} isMoved={isMoved} />
          </Header.Item>
        )}
      >
        <ItemGroup legend="Simulator clock">
          <Item value="minute">Advance by 1 minute</Item>
          <Item value="hour">Advance by 1 hour</Item>
          <Item value="custom">Advance by another time</Item>
          <Item value="set">Set to a date and time</Item>
        </ItemGroup>
        <Separator />
        <Item value="freeze" isDisabled={clock?.mode === 'frozen'}>
          Freeze
        </Item>
        <Item value="run" isDisabled={clock?.mode !== 'frozen'}>
          Run from here
        </Item>
        <Item value="real" isDisabled={!isMoved}>
          Back to real time
        </Item>
      </Menu>
      {asked === 'advance' && (
        <AdvanceClock
          onClose={() => setAsked(undefined)}
          onAdvance={(seconds) => {
            setAsked(undefined)
            send({ advance_seconds: seconds })
          }}
        />
      )}
      {asked === 'set' && (
        <SetClock
          now={now}
          onClose={() => setAsked(undefined)}
          onSet={(set_to) => {
            setAsked(undefined)
            send({ set_to })
          }}
        />
      )}
    </>
  )
}

function ClockText({ clock, isMoved }: { clock: ClockState | undefined; isMoved: boolean }) {
  const now = useSimulatorTime(1000)
  const isNarrow = useIsNarrow()
  if (!clock || !isMoved) return <Header.ItemText isClipped>Simulator clock, real time</Header.ItemText>
  const state = clock.mode === 'frozen' ? 'Frozen at' : 'Moved to'
  return (
    <Header.ItemText>
      {isNarrow ? <Span hidden>{state} </Span> : `${state} `}
      {isNarrow ? timeOfDay(now) : moment(now)}
    </Header.ItemText>
  )
}
